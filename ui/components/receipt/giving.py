"""Giving a receipt out: on a printer or as a file. All but the first one are marked as copies."""

from __future__ import annotations

import threading
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

#: Payments whose receipt has left this program since it began or is on its way, by whichever screen.
_given: set[UUID] = set()
#: Receipts are made in threads, several at once.
_turn = threading.Lock()
#: Where files are being written that are not there yet.
_taken: set[Path] = set()


def was_given(slip: Slip) -> bool:
    """Tell whether a slip's receipt was printed or saved by this program before, or is just now."""
    return slip.id in _given


class _Leaving:
    """Whether a receipt is a copy: decided as it is made, as of two asked for at once one is."""

    def __init__(self, slip: Slip, *, is_copy: bool) -> None:
        self._id = slip.id
        self._is_copy = is_copy
        self._is_first = False

    def begin(self) -> bool:
        """Count it as given from now on; tell whether it is to be marked."""
        with _turn:
            self._is_first = self._id not in _given
            _given.add(self._id)
        return self._is_copy or not self._is_first

    def take_back(self) -> None:
        """Leave being the first to another one: it has not got out."""
        if self._is_first:
            _given.discard(self._id)


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
        self._leaving = _Leaving(slip, is_copy=is_copy)
        self._is_rtl = parent.isRightToLeft()
        self._name = receipt_number(slip.till_number, slip.number)

    def print_on_paper(self) -> None:
        """Look for printers, ask which one, print."""
        slip, leaving = self._slip, self._leaving
        printing = Printing("receipt.printer", self._parent)
        # Goes with this, not only with its window.
        printing.setParent(self)
        printing.printed.connect(self._on_printed)
        printing.failed.connect(self._on_not_printed)
        printing.left_off.connect(self.deleteLater)
        printing.begin(
            lambda sheet: ReceiptPages(slip, sheet, is_copy=leaving.begin()),
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
        slip, leaving, is_rtl = self._slip, self._leaving, self._is_rtl
        _taken.add(path)

        def write() -> None:
            try:
                made = receipt_pdf(slip, is_copy=leaving.begin(), is_rtl=is_rtl)
                with whole_file.writing(path) as file:
                    file.write(made)
            except BaseException:
                # Here, as nobody may wait for it any more.
                leaving.take_back()
                raise
            finally:
                _taken.discard(path)

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
        self.given.emit()
        self.deleteLater()

    def _on_not_printed(self, error: InstaPayError) -> None:
        self._leaving.take_back()
        self._on_failure(error)

    def _on_failure(self, error: InstaPayError) -> None:
        messages.fault(error)
        self.deleteLater()


def _free(path: Path) -> Path:
    """Return a place beside `path` where no file is or is to be: ``3-0412 2026-11-22 (2).pdf``."""
    places = (path.with_stem(f"{path.stem} ({number})") for number in count(2))
    return next(each for each in chain((path,), places) if each not in _taken and not each.exists())
