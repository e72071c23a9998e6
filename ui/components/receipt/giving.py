"""Giving a receipt out: on a printer or as a file. All but the first one are marked as copies."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from services.errors import Unavailable
from ui import messages, saved_file, tasks, whole_file
from ui.components.paper import papers
from ui.components.receipt.paper import paint_receipt, receipt_pdf
from ui.components.receipt.words import receipt_number

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtPrintSupport import QPrinter

    from services.errors import InstaPayError
    from services.values.counter import Slip
    from ui.preferences import Preferences

_DEADLINE_S = 60.0
#: Looking for printers is asking the system's print service.
_PRINTERS_DEADLINE_S = 8.0
_FOLDER = "receipts/folder"

#: Payments whose receipt has left this program since it began, by whichever screen.
_given: set[UUID] = set()


def was_given(slip: Slip) -> bool:
    """Tell whether this program has printed or saved a slip's receipt before."""
    return slip.id in _given


def print_receipt(slip: Slip, parent: QWidget, *, is_copy: bool = False) -> ReceiptGiving:
    """Ask for a printer and print; `is_copy` marks it even where this program gave out none before."""
    giving = ReceiptGiving(slip, parent, is_copy=is_copy)
    giving.print_on_paper()
    return giving


def save_receipt(
    slip: Slip, parent: QWidget, preferences: Preferences, *, is_copy: bool = False
) -> ReceiptGiving:
    """Ask for a place and write a PDF there; `is_copy` as in `print_receipt`."""
    giving = ReceiptGiving(slip, parent, is_copy=is_copy)
    giving.save(preferences)
    return giving


class ReceiptGiving(QObject):
    """One receipt on its way out; goes by itself once it is done or given up.

    Signals:
        given(): it was printed or saved.

    """

    given = Signal()

    def __init__(self, slip: Slip, parent: QWidget, *, is_copy: bool) -> None:
        super().__init__(parent)
        self._slip = slip
        self._parent = parent
        self._is_copy = is_copy or was_given(slip)
        self._is_rtl = parent.isRightToLeft()
        self._name = receipt_number(slip.till_number, slip.number)

    def print_on_paper(self) -> None:
        """Look for printers, ask which one, print."""
        self._run(papers.printers, self._on_printers, deadline_s=_PRINTERS_DEADLINE_S)

    def save(self, preferences: Preferences) -> None:
        """Ask where to, write."""
        kept = preferences.text(_FOLDER)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        known = QStandardPaths.writableLocation(place) or str(Path.home())
        folder = Path(kept if kept and Path(kept).is_dir() else known)
        # Numbers begin anew with each till's session, so the day tells them apart.
        name = f"{self._name} {self._slip.made_on:%Y-%m-%d}.pdf"
        dialog = QFileDialog(self._parent, self.tr("Save as"), str(folder / name))
        dialog.setObjectName("receipt.file")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # It would ask in an event loop of its own; no older file is touched anyway.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilters([self.tr("PDF (*.pdf)")])
        dialog.fileSelected.connect(lambda chosen: self._write(_free(Path(chosen)), preferences))
        dialog.rejected.connect(self.deleteLater)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, path: Path, preferences: Preferences) -> None:
        preferences.set_text(_FOLDER, str(path.parent))
        slip, is_copy, is_rtl = self._slip, self._is_copy, self._is_rtl

        def write() -> None:
            made = receipt_pdf(slip, is_copy=is_copy, is_rtl=is_rtl)
            with whole_file.writing(path) as file:
                file.write(made)

        self._run(write, lambda _nothing: self._on_saved(path))

    def _on_saved(self, path: Path) -> None:
        saved_file.tell(path)
        self._on_given()

    def _on_printers(self, _names: list[str]) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 (slow to load)

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setDocName(self._name)
        dialog = QPrintDialog(printer, self._parent)
        dialog.setObjectName("receipt.printer")
        dialog.accepted.connect(lambda: self._print_on(printer))
        dialog.rejected.connect(self.deleteLater)
        dialog.finished.connect(dialog.deleteLater)
        # Its own `open` wants a slot by name.
        QDialog.open(dialog)

    def _print_on(self, printer: QPrinter) -> None:
        from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 (slow to load)

        slip, is_copy, is_rtl = self._slip, self._is_copy, self._is_rtl

        def write() -> None:
            paint_receipt(printer, slip, is_copy=is_copy, is_rtl=is_rtl)
            if printer.printerState() is QPrinter.PrinterState.Error:
                raise Unavailable("printer_unusable")

        self._run(write, self._on_printed)

    def _on_printed(self, _nothing: object) -> None:
        messages.info(self.tr("Sent to the printer."))
        self._on_given()

    def _on_given(self) -> None:
        _given.add(self._slip.id)
        self.given.emit()
        self.deleteLater()

    def _on_failure(self, error: InstaPayError) -> None:
        messages.fault(error)
        self.deleteLater()

    def _run(
        self,
        call: Callable[[], object],
        on_success: Callable[..., None],
        *,
        deadline_s: float = _DEADLINE_S,
    ) -> None:
        tasks.run(
            self,
            call,
            on_success=on_success,
            on_failure=self._on_failure,
            deadline_s=deadline_s,
        )


def _free(path: Path) -> Path:
    """Return a place beside `path` that has no file yet: ``3-0412 2026-11-22 (2).pdf``."""
    places = (path.with_stem(f"{path.stem} ({number})") for number in count(2))
    return next(each for each in chain((path,), places) if not each.exists())
