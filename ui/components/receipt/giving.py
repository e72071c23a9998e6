"""Giving a receipt out: on a printer or as a file. All but the first one are marked as copies."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import messages, saved_file, tasks, whole_file
from ui.components.paper.printing import Printing
from ui.components.receipt.paper import ReceiptPages, receipt_pdf
from ui.components.receipt.words import receipt_number
from ui.components.saving import place

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from services.errors import InstaPayError
    from services.values.counter import Slip
    from ui.preferences import Preferences

_DEADLINE_S = 60.0
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
        slip, is_copy = self._slip, self._is_copy
        printing = Printing("receipt.printer", self._parent)
        # Goes with this, not only with its window.
        printing.setParent(self)
        printing.printed.connect(self._on_printed)
        printing.failed.connect(self._on_failure)
        printing.left_off.connect(self.deleteLater)
        printing.begin(
            lambda sheet: ReceiptPages(slip, sheet, is_copy=is_copy),
            title=self._name,
            is_rtl=self._is_rtl,
        )

    def save(self, preferences: Preferences) -> None:
        """Ask where to, write."""
        # Numbers begin anew with each till's session, so the day tells them apart.
        dialog = place.ask(
            self._parent,
            preferences,
            _FOLDER,
            file_name=f"{self._name} {self._slip.made_on:%Y-%m-%d}.pdf",
            name="receipt.file",
            # No older file is touched.
            on_place=lambda path: self._write(_free(path)),
        )
        dialog.rejected.connect(self.deleteLater)

    def _write(self, path: Path) -> None:
        slip, is_copy, is_rtl = self._slip, self._is_copy, self._is_rtl

        def write() -> None:
            made = receipt_pdf(slip, is_copy=is_copy, is_rtl=is_rtl)
            with whole_file.writing(path) as file:
                file.write(made)

        tasks.run(
            self,
            write,
            on_success=lambda _nothing: self._on_saved(path),
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
        )

    def _on_saved(self, path: Path) -> None:
        saved_file.tell(path)
        self._on_given()

    def _on_printed(self) -> None:
        messages.info(self.tr("Sent to the printer."))
        self._on_given()

    def _on_given(self) -> None:
        _given.add(self._slip.id)
        self.given.emit()
        self.deleteLater()

    def _on_failure(self, error: InstaPayError) -> None:
        messages.fault(error)
        self.deleteLater()


def _free(path: Path) -> Path:
    """Return a place beside `path` that has no file yet: ``3-0412 2026-11-22 (2).pdf``."""
    places = (path.with_stem(f"{path.stem} ({number})") for number in count(2))
    return next(each for each in chain((path,), places) if not each.exists())
