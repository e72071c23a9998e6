"""A PDF statement: what is on its pages, in both directions of reading."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter

from services.errors import InvalidInput
from services.values.history import Direction
from services.values.money import Money
from tests.ui.statement.conftest import DAYS_AGO, UGLY_NOTES, hold, pay
from ui import bidi
from ui.components.paper.sheet import Sheet
from ui.components.saving import LeftOff, Progress
from ui.components.statement import pdf, statement
from ui.components.statement.jobs import StatementJob
from ui.components.statement.statement import Statement, gather
from ui.theme import Paper

if TYPE_CHECKING:
    from pathlib import Path

    from services.bank import Services
    from tests.bank import Bank, Customer
    from tests.ui.statement.conftest import MakeWanted
    from ui.components.statement import Source


def read(made: bytes) -> list[str]:
    """Return the text of each page, with Arabic letters as they are typed."""
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    return [unicodedata.normalize("NFKC", each.extract_text()).replace("\t", " ") for each in pages]


def places(made: bytes, page: int = 0) -> list[tuple[float, float, str]]:
    """Return x, y and text of what is written on a page, in points from its lower left corner."""
    found: list[tuple[float, float, str]] = []

    def visit(text: str, _cm: Any, tm: Any, _font: Any, _size: Any) -> None:
        if text.strip():
            scale = 72 / 1200
            found.append((tm[4] * scale, tm[5] * scale, text.strip()))

    pypdf.PdfReader(io.BytesIO(made)).pages[page].extract_text(visitor_text=visit)
    return found


def made(source: Source, wanted: Any, *, is_rtl: bool = False) -> bytes:
    return pdf.pdf(gather(source, wanted, Progress()), Progress(), is_rtl=is_rtl)


def long_one(source: Source, wanted: Any, count: int) -> Statement:
    """Return a statement with the first payment so many times."""
    found = gather(source, wanted, Progress())
    return replace(found, lines=found.lines[1:2] * count)


def test_a_page_says_whose_it_is_and_adds_up(
    source: Source, wanted: MakeWanted, services: Services, salma: Customer
) -> None:
    pay(services, "250.50", "rent")
    (page,) = read(made(source, wanted()))
    lines = re.sub(r"\s+", " ", page)
    for words in (
        "Account statement",
        "Salma Hassan",
        "Everyday",
        salma.iban[-1],
        "Opening balance",
        "0.00 EGP",
        "1,000.00 EGP",
        "321.00 EGP",
        "679.00 EGP",
        "Total",
        "321.00",
        "fee 0.50",
        "Page 1 of 1",
    ):
        assert words in lines, (words, lines)
    (raw,) = pypdf.PdfReader(io.BytesIO(made(source, wanted()))).pages
    assert "\t" not in raw.extract_text()


def test_the_lines_are_oldest_first_with_the_balance_after_each(
    source: Source, wanted: MakeWanted
) -> None:
    found = gather(source, wanted(), Progress())
    balances = [each.balance_after.amount for each in found.lines if each.balance_after]
    assert balances == [Decimal(1000) - 10 * paid for paid in range(len(UGLY_NOTES) + 1)]
    assert [found.opening.amount, found.closing.amount] == [Decimal(0), Decimal(930)]
    assert found.opening.amount + found.money_in.amount - found.money_out.amount == 930
    (page,) = read(made(source, wanted()))
    assert page.index("1,000.00") < page.index("990.00") < page.index("930.00", page.index("990"))


def test_a_period_begins_and_ends_with_its_own_balances(source: Source, wanted: MakeWanted) -> None:
    first = date.today() - timedelta(days=DAYS_AGO - 2)  # noqa: DTZ011
    found = gather(source, wanted(start=first, end=first + timedelta(days=1)), Progress())
    assert [found.opening.amount, found.closing.amount] == [Decimal(990), Decimal(970)]
    assert len(found.lines) == 2
    quiet = gather(source, wanted(start=date.today()), Progress())  # noqa: DTZ011
    assert [quiet.opening.amount, quiet.closing.amount] == [Decimal(930)] * 2
    assert quiet.lines == ()
    (page,) = read(made(source, wanted(start=date.today())))  # noqa: DTZ011
    assert "No payments in this period" in page


def test_a_selection_says_so_and_has_no_running_balance(source: Source, wanted: MakeWanted) -> None:
    (page,) = read(made(source, wanted(text="plain", direction=Direction.OUT)))
    assert "This is a selection" in page
    assert "money out only" in page
    assert "“plain”" in page
    assert "Total of these lines" in page
    # The period's balances are facts all the same.
    assert "930.00 EGP" in page
    assert re.search(r"^Balance$", page, re.MULTILINE) is None


def test_what_waits_and_what_was_not_made(
    source: Source, wanted: MakeWanted, services: Services, bank: Bank, salma: Customer
) -> None:
    pay(services, "5000", "too much")
    hold(bank, salma, "100", "held for later")
    (page,) = read(made(source, wanted()))
    assert "Waiting, not yet taken from the balance" in page
    assert "held for later" in page
    assert "too much" not in page
    (refused,) = read(made(source, wanted(direction=Direction.NOT_MADE)))
    assert "Payments that were not made" in refused
    assert "too much" in refused
    assert "Not enough money" in refused
    assert "Total" not in refused
    assert "Closing balance" not in refused


def test_every_page_has_the_heads_and_its_number(source: Source, wanted: MakeWanted) -> None:
    pages = read(pdf.pdf(long_one(source, wanted(), 100), Progress(), is_rtl=False))
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert page.count("Who and what") == 1
        assert page.count("Opening balance") == (number == 1)
    assert sum(page.count("HYPERLINK") for page in pages) == 100
    assert "1,000.00" in pages[-1]


def test_only_bundled_fonts_are_written_with(source: Source, wanted: MakeWanted) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made(source, wanted())))
    fonts = {
        str(each.get_object()["/BaseFont"])
        for each in reader.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert any("IBMPlexSansArabic" in name for name in fonts)
    assert {name for name in fonts if "IBMPlexSans" not in name} == set()


def test_arabic_is_laid_out_from_the_right(source: Source, wanted: MakeWanted) -> None:
    english, arabic = made(source, wanted()), made(source, wanted(), is_rtl=True)

    def left_of(document: bytes, words: str) -> float:
        return next(x for x, _, text in places(document) if words in text)

    assert left_of(english, "Date") < left_of(english, "Balance")
    assert left_of(arabic, "Date") > left_of(arabic, "Balance")
    # An amount reads from left to right in both, and Arabic words keep their letters.
    (page,) = read(arabic)
    assert "1,000.00" in page
    assert "رسوم" in page or "نوفمبر" in page or "ربمفون" in page or "برمفون" in page


def test_amounts_end_below_each_other_in_both_directions(
    source: Source, wanted: MakeWanted
) -> None:
    """The widths of digits are equal, so amounts of one length begin at one place."""
    for is_rtl in (False, True):
        document = made(source, wanted(), is_rtl=is_rtl)
        begin = {round(x, 1) for x, _, text in places(document) if re.fullmatch(r"9\d0\.00", text)}
        assert len(begin) == 1


@pytest.mark.usefixtures("qapp")
def test_a_day_and_its_time_stand_on_one_line_in_every_month() -> None:
    sheet = Sheet(1200 / 72, is_rtl=True)
    for month in ("أغسطس", "سبتمبر", "ديسمبر", "Sep"):
        words = sheet.lay(bidi.own(f"30 {month} 2026 20:48"), Paper.DATE - Paper.GAP)
        assert words.layout.lineCount() == 1, month


def test_more_lines_than_anybody_reads_are_refused(
    source: Source, wanted: MakeWanted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statement, "MAX_LINES", 5)
    with pytest.raises(InvalidInput, match="statement_too_long"):
        gather(source, wanted(), Progress())


def test_it_leaves_off_between_pages(source: Source, wanted: MakeWanted) -> None:
    progress = Progress()
    found = long_one(source, wanted(), 100)
    progress.cancel()
    with pytest.raises(LeftOff):
        pdf.pdf(found, progress, is_rtl=False)


def test_a_printer_gets_the_same_pages(
    source: Source, wanted: MakeWanted, tmp_path: Path, qapp: object
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    StatementJob(source, wanted()).print_on(printer, Progress(), is_rtl=False)
    (page,) = read((tmp_path / "printed.pdf").read_bytes())
    assert "Account statement" in page
    assert "Page 1 of 1" in page


def test_only_the_pages_that_were_chosen_are_printed(
    source: Source, wanted: MakeWanted, tmp_path: Path, qapp: object
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    found = long_one(source, wanted(), 100)
    printer.setFromTo(2, 2)
    pdf.print_on(printer, found, Progress(), is_rtl=False)
    (page,) = read((tmp_path / "printed.pdf").read_bytes())
    assert "Page 2 of" in page


def test_a_large_balance_fits_its_box(source: Source, wanted: MakeWanted) -> None:
    most = Money(Decimal("9999999999999999.99"), "EGP")
    found = replace(gather(source, wanted(), Progress()), opening=most, closing=most)
    document = pdf.pdf(found, Progress(), is_rtl=False)
    boxes = [x for x, _, text in places(document) if "9,999,999,999,999,999.99" in text]
    assert len(boxes) == 2
