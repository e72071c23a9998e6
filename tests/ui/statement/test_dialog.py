"""The export dialog over the accounts screen of a real bank."""

from __future__ import annotations

import csv
import io
import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pypdf
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from services.values.history import HistoryFilter
from tests.pages.accounts import AccountsPage
from tests.pages.export import ExportPage
from tests.pages.finding import PATIENCE_MS, plain, press
from tests.ui.offline import out_of_reach
from tests.ui.stage import stage
from tests.ui.statement.conftest import UGLY_NOTES
from tests.unit.test_whole_file import SlowDisk, names, room_for
from ui import date_text, tasks
from ui.components.statement import ExportDialog, Source
from ui.preferences import Preferences
from ui.screens.accounts import AccountsScreen
from ui.shell.message_board import MessageBoard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from services.values.history import HistoryPage
    from tests.bank import Bank
    from tests.ui.statement.conftest import MakeWanted


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder that was saved to last."""
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture
def preferences(tmp_path: Path, out: Path) -> Preferences:
    made = Preferences(tmp_path / "desktop.ini")
    made.set_text("export/folder", str(out))
    return made


@pytest.fixture
def screen(services: Services, preferences: Preferences, qtbot: QtBot) -> AccountsScreen:
    made = AccountsScreen(services, preferences)
    stage(qtbot, made)
    made.enter({})
    page = AccountsPage(qtbot, made)
    page.wait_for_cards()
    # Nothing is asked any more: what fails from now on is what a test does.
    page.history.wait_for_rows()
    page.plot.wait()
    return made


@pytest.fixture
def page(screen: AccountsScreen, qtbot: QtBot) -> ExportPage:
    """The dialog, opened by its button."""
    press(screen, "accounts.export")
    return ExportPage(qtbot, screen)


def notes(path: Path) -> list[str]:
    text = path.read_bytes().decode("utf-8-sig")
    return [row["Note"] for row in csv.DictReader(io.StringIO(text, newline=""))]


def test_a_pdf_is_saved_where_it_is_wanted(page: ExportPage, out: Path) -> None:
    page.save_as(out / "mine.pdf")
    page.wait_until_saved()
    (only,) = pypdf.PdfReader(out / "mine.pdf").pages
    assert "Account statement" in only.extract_text()
    assert names(out) == ["mine.pdf"]


def test_a_csv_file_holds_what_the_filter_shows(
    screen: AccountsScreen, qtbot: QtBot, out: Path
) -> None:
    screen._history.show_filter(HistoryFilter(text="plain"))
    qtbot.waitUntil(lambda: screen._history.filter.text == "plain")
    press(screen, "accounts.export")
    page = ExportPage(qtbot, screen)
    assert "Only with “plain”" in page.words
    page.choose("csv")
    page.save_as(out / "mine")
    page.wait_until_saved()
    # Without an ending it gets the right one.
    assert notes(out / "mine.csv") == ["plain"]


def test_the_name_says_account_and_days(page: ExportPage, services: Services) -> None:
    (account,) = services.accounts.list()
    first = date_text.local(account.opened_at).date()
    # The account was opened 22 days ago.
    days = f"{first} to {first + timedelta(days=22)}"
    assert page.proposed_name() == f"Everyday {days}.pdf"
    page.choose("csv")
    assert page.proposed_name() == f"Everyday {days}.csv"


def test_the_kind_of_file_and_the_folder_are_kept(
    page: ExportPage, screen: AccountsScreen, preferences: Preferences, tmp_path: Path
) -> None:
    page.choose("csv")
    page.save_as(tmp_path / "x.csv")
    page.wait_until_saved()
    assert preferences.text("export/folder") == str(tmp_path)
    press(screen, "accounts.export")
    assert page.proposed_name().endswith(".csv")


def test_an_older_file_is_replaced_only_when_somebody_says_so(page: ExportPage, out: Path) -> None:
    (out / "x.pdf").write_bytes(b"old")
    page.save_as(out / "x.pdf")
    assert page.wait_for_question() == "x.pdf is there already."
    assert (out / "x.pdf").read_bytes() == b"old"
    page.press("replace")
    page.wait_until_saved()
    assert (out / "x.pdf").read_bytes().startswith(b"%PDF")


def test_what_was_saved_can_be_shown_in_its_folder(
    page: ExportPage, screen: AccountsScreen, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    board = MessageBoard(screen.window())
    page.save_as(out / "mine.pdf")
    page.wait_until_saved()
    assert [plain(each) for each in board.texts] == ["Saved mine.pdf."]
    press(screen.window(), "message.action")
    assert [each.toLocalFile() for each in opened] == [str(out)]
    assert board.texts == []


def test_a_full_disk_is_told_and_the_older_file_stays(page: ExportPage, out: Path) -> None:
    (out / "x.pdf").write_bytes(b"old")
    with room_for(500):
        page.save_as(out / "x.pdf")
        page.wait_for_question()
        page.press("replace")
        assert page.wait_for_error().startswith("There is no room left in")
    assert (out / "x.pdf").read_bytes() == b"old"
    assert names(out) == ["x.pdf"]
    # The dialog is as it was: another try succeeds.
    page.save_as(out / "y.pdf")
    page.wait_until_saved()


def test_a_bank_out_of_reach_is_told_in_place(
    page: ExportPage, out: Path, bank: Bank, services: Services
) -> None:
    with out_of_reach(bank, services):
        page.save_as(out / "x.pdf")
        assert page.wait_for_error().startswith("The bank cannot be reached")
    assert names(out) == []
    page.save_as(out / "x.pdf")
    page.wait_until_saved()


def test_an_ended_session_closes_it(
    page: ExportPage, screen: AccountsScreen, out: Path, services: Services, qtbot: QtBot
) -> None:
    services.identity.sign_out()
    with qtbot.waitSignal(screen.session_ended, timeout=PATIENCE_MS):
        page.save_as(out / "x.pdf")
    page.wait_until_gone()
    assert names(out) == []


def test_hidden_amounts_are_spoken_of(screen: AccountsScreen, qtbot: QtBot) -> None:
    page = ExportPage(qtbot, screen)
    press(screen, "accounts.export")
    assert not page.warns_of_hidden_amounts
    page.press("cancel")
    AccountsPage(qtbot, screen).toggle_amounts()
    press(screen, "accounts.export")
    assert page.warns_of_hidden_amounts


def test_no_part_of_it_is_a_window_of_its_own(
    screen: AccountsScreen, shown_windows: list[str], qtbot: QtBot
) -> None:
    # With amounts hidden too, as that puts a warning on top.
    AccountsPage(qtbot, screen).toggle_amounts()
    press(screen, "accounts.export")
    assert ExportPage(qtbot, screen).warns_of_hidden_amounts
    assert shown_windows == ["ExportDialog"]


def test_without_a_printer_it_says_what_to_do_instead(
    screen: AccountsScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # So that a printer of whoever runs this test is not found.
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:1")
    screen.print_page()
    page = ExportPage(qtbot, screen)
    assert page.wait_for_error() == (
        "No printer is set up on this computer. You can save a PDF instead."
    )
    assert page.is_pressable("save")


class Gate:
    """Pages of a history that wait to be let through."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.opened = threading.Event()
        self.reached = threading.Event()
        self.left_off = threading.Event()

    def pages(self, **wanted: object) -> Iterator[HistoryPage]:
        """Yield the pages again and again, as of a history without end."""
        while True:
            self.reached.set()
            self.opened.wait(10)
            try:
                yield from self._source.pages(**wanted)
            except GeneratorExit:
                self.left_off.set()
                raise


@pytest.fixture
def gated(source: Source, wanted: MakeWanted, preferences: Preferences, qtbot: QtBot) -> Iterator[tuple[Gate, ExportPage]]:  # fmt: skip
    gate = Gate(source)
    window = stage(qtbot, QWidget())
    dialog = ExportDialog(
        Source(gate.pages, source.waiting, source.period, source.holder),
        wanted(),
        preferences,
        masked=False,
        parent=window,
    )
    dialog.open()
    yield gate, ExportPage(qtbot, window)
    gate.opened.set()


def test_it_can_be_stopped_and_leaves_nothing(
    gated: tuple[Gate, ExportPage], out: Path, qtbot: QtBot
) -> None:
    gate, page = gated
    page.choose("csv")
    page.save_as(out / "x.csv")
    assert gate.reached.wait(10)
    assert page.is_pressable("cancel")
    assert not page.is_pressable("save")
    assert not page.is_pressable("csv")
    page.press("cancel")
    assert page.is_open
    qtbot.waitUntil(lambda: page.is_pressable("save"))
    gate.opened.set()
    assert gate.left_off.wait(10)
    qtbot.waitUntil(lambda: names(out) == [])


def test_esc_stops_first_and_closes_then(gated: tuple[Gate, ExportPage], out: Path) -> None:
    gate, page = gated
    page.choose("csv")
    page.save_as(out / "x.csv")
    assert gate.reached.wait(10)
    QTest.keyClick(page.dialog(), Qt.Key.Key_Escape)
    assert page.is_pressable("save")
    QTest.keyClick(page.dialog(), Qt.Key.Key_Escape)
    page.wait_until_gone()
    gate.opened.set()
    assert gate.left_off.wait(10)


@pytest.mark.parametrize("kind", ["pdf", "csv"])
def test_it_can_be_stopped_while_the_disk_is_slow(
    page: ExportPage, out: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    older = out / f"x.{kind}"
    older.write_bytes(b"old")
    disk = SlowDisk(monkeypatch)
    page.choose(kind)
    page.save_as(older)
    page.wait_for_question()
    page.press("replace")
    qtbot.waitUntil(disk.reached.is_set, timeout=PATIENCE_MS)
    page.press("cancel")
    disk.gate.set()
    qtbot.waitUntil(lambda: not tasks._home().waiting, timeout=PATIENCE_MS)
    assert older.read_bytes() == b"old"
    assert names(out) == [older.name]


def test_it_is_left_off_where_the_dialog_goes(
    gated: tuple[Gate, ExportPage], out: Path, qtbot: QtBot
) -> None:
    gate, page = gated
    (out / "x.csv").write_bytes(b"old")
    page.choose("csv")
    page.save_as(out / "x.csv")
    page.wait_for_question()
    page.press("replace")
    qtbot.waitUntil(gate.reached.is_set, timeout=PATIENCE_MS)
    dialog = page.dialog()
    # As with its window, which is made anew in another language.
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not isValid(dialog), timeout=PATIENCE_MS)
    gate.opened.set()
    assert gate.left_off.wait(10)
    qtbot.waitUntil(lambda: not tasks._home().waiting, timeout=PATIENCE_MS)
    assert (out / "x.csv").read_bytes() == b"old"
    assert names(out) == ["x.csv"]


def test_closing_the_program_stops_it(gated: tuple[Gate, ExportPage], out: Path) -> None:
    gate, page = gated
    page.choose("csv")
    page.save_as(out / "x.csv")
    assert gate.reached.wait(10)
    gate.opened.set()
    assert tasks.shut_down(wait_s=10)
    assert gate.left_off.is_set()
    assert names(out) == []


def test_it_counts_what_it_has(gated: tuple[Gate, ExportPage], out: Path, qtbot: QtBot) -> None:
    gate, page = gated
    page.choose("csv")
    page.save_as(out / "x.csv")
    gate.opened.set()
    qtbot.waitUntil(
        lambda: any("so far" in each and not each.startswith("0 ") for each in page.words),
        timeout=PATIENCE_MS,
    )
    assert len(UGLY_NOTES) > 0
    page.press("cancel")
    assert gate.left_off.wait(10)
