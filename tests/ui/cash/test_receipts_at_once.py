"""Two receipts of one payment at once: one is a copy, each has a file, and what fails counts for nothing."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from services.errors import Unavailable
from tests.pages.finding import PATIENCE_MS, find, wait_for
from tests.ui.cash.test_receipts import slip
from tests.ui.stage import stage
from tests.ui.statement.test_pdf import read
from ui import tasks
from ui.components.paper import papers
from ui.components.receipt import giving
from ui.components.receipt.giving import print_receipt, save_receipt, was_given
from ui.components.receipt.paper import ReceiptPages, receipt_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.values.counter import Slip
    from ui.preferences import Preferences


class Slow:
    """Receipts are made as ever, but the first one only once `gate` is set.

    Attributes:
        copies: of each that was begun, whether it is marked.
        fails: the first one cannot be made.

    """

    def __init__(self, make: Callable[..., Any]) -> None:
        self._make = make
        self.copies: list[bool] = []
        self.gate = threading.Event()
        self.fails = False

    def __call__(self, *args: Any, is_copy: bool, **more: Any) -> Any:
        self.copies.append(is_copy)
        if len(self.copies) == 1:
            assert self.gate.wait(PATIENCE_MS / 1000)
            if self.fails:
                raise Unavailable("printer_unusable")
        return self._make(*args, is_copy=is_copy, **more)


@pytest.fixture
def saved(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    slow = Slow(receipt_pdf)
    monkeypatch.setattr(giving, "receipt_pdf", slow)
    yield slow
    slow.gate.set()


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Slow]:
    """A printer that everybody chooses at once."""

    def choose(
        _parent: QWidget, *, on_chosen: Callable[[QPrinter], object], **_others: object
    ) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed"))
        on_chosen(printer)

    slow = Slow(ReceiptPages)
    monkeypatch.setattr(giving, "ReceiptPages", slow)
    monkeypatch.setattr(papers, "printers", lambda: ["a printer"])
    monkeypatch.setattr("ui.components.paper.printing.choose_printer", choose)
    yield slow
    slow.gate.set()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    return stage(qtbot, QWidget())


def _save(qtbot: QtBot, window: QWidget, preferences: Preferences, one: Slip, path: Path) -> None:
    save_receipt(one, window, preferences)
    edit = find(wait_for(qtbot, window, "receipt.file"), QLineEdit, "fileNameEdit")
    edit.setText(str(path))
    QTest.keyClick(edit, Qt.Key.Key_Return)


def _is_quiet() -> bool:
    return not tasks._home().waiting


def test_one_that_is_saved_while_another_is_written_is_a_copy_beside_it(
    saved: Slow, window: QWidget, preferences: Preferences, qtbot: QtBot, tmp_path: Path
) -> None:
    one = slip()
    _save(qtbot, window, preferences, one, tmp_path / "mine.pdf")
    qtbot.waitUntil(lambda: len(saved.copies) == 1, timeout=PATIENCE_MS)
    _save(qtbot, window, preferences, one, tmp_path / "mine.pdf")
    # One call is left: the first.
    qtbot.waitUntil(
        lambda: len(saved.copies) == 2 and len(tasks._home().waiting) == 1, timeout=PATIENCE_MS
    )
    saved.gate.set()
    qtbot.waitUntil(_is_quiet, timeout=PATIENCE_MS)
    marked = {path.name: "COPY" in read(path.read_bytes())[0] for path in tmp_path.glob("*.pdf")}
    assert marked == {"mine.pdf": False, "mine (2).pdf": True}


def test_one_that_is_printed_while_another_is_painted_is_a_copy(
    printed: Slow, window: QWidget, qtbot: QtBot
) -> None:
    one = slip()
    print_receipt(one, window)
    print_receipt(one, window)
    qtbot.waitUntil(lambda: len(printed.copies) == 2, timeout=PATIENCE_MS)
    printed.gate.set()
    qtbot.waitUntil(_is_quiet, timeout=PATIENCE_MS)
    assert sorted(printed.copies) == [False, True]


def test_one_that_no_printer_took_was_not_given(
    printed: Slow, window: QWidget, qtbot: QtBot
) -> None:
    one = slip()
    printed.fails = True
    printed.gate.set()
    print_receipt(one, window)
    qtbot.waitUntil(lambda: printed.copies == [False] and _is_quiet(), timeout=PATIENCE_MS)
    assert not was_given(one)
    print_receipt(one, window)
    qtbot.waitUntil(lambda: len(printed.copies) == 2 and _is_quiet(), timeout=PATIENCE_MS)
    assert printed.copies == [False, False]
    assert was_given(one)


def test_one_that_was_not_written_was_not_given_and_its_name_is_free_again(
    saved: Slow, window: QWidget, preferences: Preferences, qtbot: QtBot, tmp_path: Path
) -> None:
    one = slip()
    saved.fails = True
    saved.gate.set()
    _save(qtbot, window, preferences, one, tmp_path / "mine.pdf")
    qtbot.waitUntil(lambda: saved.copies == [False] and _is_quiet(), timeout=PATIENCE_MS)
    assert not was_given(one)
    _save(qtbot, window, preferences, one, tmp_path / "mine.pdf")
    qtbot.waitUntil(lambda: len(saved.copies) == 2 and _is_quiet(), timeout=PATIENCE_MS)
    assert saved.copies == [False, False]
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["mine.pdf"]


def test_one_whose_window_went_meanwhile_was_given(
    saved: Slow, preferences: Preferences, qtbot: QtBot, tmp_path: Path
) -> None:
    one = slip()
    page = QWidget()
    stage(qtbot, page)
    _save(qtbot, page, preferences, one, tmp_path / "mine.pdf")
    qtbot.waitUntil(lambda: len(saved.copies) == 1, timeout=PATIENCE_MS)
    page.deleteLater()
    qtbot.waitUntil(lambda: not isValid(page), timeout=PATIENCE_MS)
    saved.gate.set()
    qtbot.waitUntil(_is_quiet, timeout=PATIENCE_MS)
    assert (tmp_path / "mine.pdf").exists()
    assert was_given(one)
