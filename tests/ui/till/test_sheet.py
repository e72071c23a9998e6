"""The day's sheet: on paper, for a spreadsheet, and in a form that adds up."""

from __future__ import annotations

import csv
import io
import os
import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pypdf
import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from services.values.money import Money
from tests.bank import PASSWORD
from tests.pages.finding import PATIENCE_MS, find, press
from ui.components.saving import LeftOff, Progress
from ui.components.till_sheet import csv_file, jobs
from ui.components.till_sheet.day_sheet import DaySheet, gather
from ui.components.till_sheet.sums import movements, sums

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.tills import TillService
    from tests.bank import Bank
    from tests.database.counter import Counter
    from tests.ui.till.conftest import Seat


@pytest.fixture
def tills(bank: Bank, counter: Counter) -> TillService:
    del counter
    services = bank.services("sheet")
    services.identity.sign_in(email="teller@demo.eg", password=PASSWORD)
    return services.tills


@pytest.fixture
def day(counter: Counter) -> Counter:
    """Cash in, cash out, a correction, the vault both ways, and a count that lacks something."""
    counter.cash("CASH_IN", "2000.25", note="=1+1, rent")
    counter.cash("CASH_OUT", "500")
    mistaken = counter.cash("CASH_IN", "40")
    counter.as_teller("correct_cash", uuid4(), mistaken["id"], "typed twice")
    counter.as_teller("move_till_cash", uuid4(), "TO_VAULT", "EGP", "1000", "")
    counter.as_teller("move_till_cash", uuid4(), "FROM_VAULT", "EGP", "200", "")
    return counter


def read(made: DaySheet, *, is_rtl: bool = False) -> list[str]:
    """Return the text of each page."""
    pages = pypdf.PdfReader(io.BytesIO(jobs.pdf(made, is_rtl=is_rtl))).pages
    return [unicodedata.normalize("NFKC", each.extract_text()).replace("\t", " ") for each in pages]


def rows(made: DaySheet) -> list[dict[str, str]]:
    file = io.BytesIO()
    csv_file.write(file, made)
    return list(csv.DictReader(io.StringIO(file.getvalue().decode("utf-8-sig"), newline="")))


def test_movements_come_to_what_should_be_there(day: Counter, tills: TillService) -> None:
    for close in (False, True):
        if close:
            day.close({"200": 28, "50": 1}, "lost some change")
        made = gather(tills, day.till, Progress()).figures
        moved = sum((each.money.amount for each in movements(made)), Decimal(0))
        expected = next(each.money for each in sums(made) if each.key == "expected")
        assert moved == expected.amount == Decimal("5700.25")
    counted, variance = (each.money for each in sums(made)[-2:])
    assert (counted, variance) == (
        Money(Decimal("5650.00"), "EGP"),
        Money(Decimal("-50.25"), "EGP"),
    )


def test_it_adds_up_for_both_who_hand_over(day: Counter, bank: Bank, tills: TillService) -> None:
    mine, counts = uuid4(), {"200": 28, "50": 2, "0.25": 1}
    day.as_teller("count_till", day.till, counts)
    day.as_supervisor("take_over_till", mine, day.till, counts, None)
    above = bank.services("above")
    above.identity.sign_in(email="supervisor@demo.eg", password=PASSWORD)
    for service, till_id in ((tills, day.till), (above.tills, mine)):
        made = gather(service, till_id, Progress()).figures
        moved = sum((each.money.amount for each in movements(made)), Decimal(0))
        expected = made.drawer if made.expected is None else made.expected
        assert moved == expected.amount == Decimal("5700.25")


def test_a_sheet_tells_all_of_it(day: Counter, tills: TillService) -> None:
    day.close({"200": 24, "50": 1}, "lost some notes")
    day.as_supervisor("accept_variance", day.till)
    (page,) = read(gather(tills, day.till, Progress()))
    words = re.sub(r"\s+", " ", page)
    for expected in (
        "Day's sheet of a till", "Mona Teller", "Opening float +5,000.00", "Cash in (2) +2,040.25",
        "Cash out (1) \u2212500.00", "Corrections (1) \u221240.00", "From the vault +200.00",
        "To the vault \u22121,000.00", "Should be in the drawer 5,700.25", "Counted 4,850.00",
        "Difference \u2212850.25", "lost some notes", "Nadia Super", "24 of 200.00 4,800.00",
        "Salma Hassan", "national card", "Corrected", "Page 1 of 1", "Supervisor",
    ):  # fmt: skip
        assert expected in words, expected


def test_a_long_day_takes_pages_with_heads_and_numbers(day: Counter, tills: TillService) -> None:
    made = gather(tills, day.till, Progress())
    long = DaySheet(made.figures, made.slips * 40, made.made_at)
    pages = read(long)
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Customer and identification" in page
    assert sum(page.count("Salma Hassan") for page in pages) == 160


def test_a_sheet_from_right_to_left(day: Counter, tills: TillService) -> None:
    (page,) = read(gather(tills, day.till, Progress()), is_rtl=True)
    assert "5,700.25" in page


def test_an_open_till_s_sheet_says_so(counter: Counter, tills: TillService) -> None:
    (page,) = read(gather(tills, counter.till, Progress()))
    assert "not closed yet" in page
    assert "Nothing was done at this till." in page
    assert "Counted" not in page


def test_a_row_a_slip_and_the_sums_below(day: Counter, tills: TillService) -> None:
    day.close({"200": 28}, "=lost")
    found = rows(gather(tills, day.till, Progress()))
    assert [each["Slip"] for each in found[:4]] == ["1", "2", "3", "4"]
    first = found[0]
    assert (first["Kind"], first["Customer"], first["Amount"]) == (
        "Cash in",
        "Salma Hassan",
        "2000.25",
    )
    # A spreadsheet takes neither for a formula.
    assert first["Note"] == "'=1+1, rent"
    assert (found[-1]["Kind"], found[-1]["Amount"], found[-1]["Reason"]) == (
        "Difference",
        "-100.25",
        "'=lost",
    )
    assert {each["Till"] for each in found} == {str(tills.closed()[0].number)}


def test_what_a_slip_does_to_the_drawer_has_its_sign(day: Counter, tills: TillService) -> None:
    made = gather(tills, day.till, Progress())
    assert [str(made.effect(each).amount) for each in made.slips] == [
        "2000.25",
        "-500.00",
        "40.00",
        "-40.00",
    ]


def test_more_slips_than_a_call_gives_are_all_there(
    day: Counter, tills: TillService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.components.till_sheet.day_sheet._PAGE", 2)
    assert [each.number for each in gather(tills, day.till, Progress()).slips] == [1, 2, 3, 4]


@pytest.mark.parametrize("kind", ["pdf", "csv"])
def test_it_is_saved_where_it_is_wanted(
    seat: Seat, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    seat.page.press("till.sheet")
    seat.page.wait_for("till.sheet.dialog")
    press(seat.screen, f"till.sheet.{kind}")
    path = tmp_path / f"mine.{kind}"
    _save_as(seat, path)
    qtbot.waitUntil(lambda: not seat.page.shows("till.sheet.dialog"), timeout=PATIENCE_MS)
    assert path.read_bytes().startswith(b"%PDF" if kind == "pdf" else b"\xef\xbb\xbfDay,Till")


def test_an_older_file_is_replaced_only_when_somebody_says_so(
    seat: Seat, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "mine.pdf"
    path.write_bytes(b"old")
    seat.page.press("till.sheet")
    seat.page.wait_for("till.sheet.dialog")
    _save_as(seat, path)
    seat.page.wait_for("till.sheet.replace")
    assert path.read_bytes() == b"old"
    seat.page.press("till.sheet.replace")
    qtbot.waitUntil(lambda: not seat.page.shows("till.sheet.dialog"), timeout=PATIENCE_MS)
    assert path.read_bytes().startswith(b"%PDF")


def test_the_other_kind_is_not_asked_about(seat: Seat, tmp_path: Path) -> None:
    path = tmp_path / "mine.pdf"
    path.write_bytes(b"old")
    seat.page.press("till.sheet")
    seat.page.wait_for("till.sheet.dialog")
    _save_as(seat, path)
    seat.page.wait_for("till.sheet.replace")
    press(seat.screen, "till.sheet.csv")
    assert not seat.page.shows("till.sheet.replace")
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("suffix", ["pdf", "csv"])
def test_what_is_left_off_leaves_no_file(
    day: Counter, tills: TillService, tmp_path: Path, suffix: str
) -> None:
    progress = Progress()
    progress.cancel()
    job = jobs.SheetJob(tills, tills.sheet(day.till))
    with pytest.raises(LeftOff):
        job.save(tmp_path / f"mine.{suffix}", suffix, progress, is_rtl=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", ["pdf", "csv"])
def test_what_is_left_off_while_the_disk_is_slow_leaves_the_older_file(
    day: Counter,
    tills: TillService,
    tmp_path: Path,
    suffix: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    progress = Progress()
    older = tmp_path / f"mine.{suffix}"
    older.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda _file: progress.cancel())
    job = jobs.SheetJob(tills, tills.sheet(day.till))
    with pytest.raises(LeftOff):
        job.save(older, suffix, progress, is_rtl=False)
    assert older.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [older]


def test_without_a_printer_it_says_so(
    seat: Seat, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrinterInfo.availablePrinterNames", list)
    seat.screen.print_page()
    qtbot.waitUntil(lambda: seat.page.shows("till.sheet.error"), timeout=PATIENCE_MS)
    assert "printer" in seat.page.said("till.sheet.error")


def _save_as(seat: Seat, path: Path) -> None:
    """Press Save and choose a file."""
    press(seat.screen, "till.sheet.save")
    dialog = find(seat.screen, QFileDialog, "till.sheet.file")
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert edit is not None
    edit.setText(str(path))
    dialog.accept()
