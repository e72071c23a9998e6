"""Printing pages from a window: looking for printers, asking which one, painting in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ui import tasks
from ui.components.paper import papers

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from services.errors import InstaPayError
    from ui.components.paper.papers import Pages
    from ui.components.paper.sheet import Sheet

#: Looking for printers is asking the system's print service.
PRINTERS_DEADLINE_S = 8.0
#: Handing a page over; a printer that stands still is the system's to tell.
_PAINT_DEADLINE_S = 60.0


def choose_printer(
    parent: QWidget,
    *,
    name: str,
    title: str,
    on_chosen: Callable[[QPrinter], object],
    on_left_off: Callable[[], object] = lambda: None,
    whole: bool = False,
) -> None:
    """Show the system's dialog `name` for one of the printers; returns at once.

    `title` is what the system's queue shows. `whole`: it goes out as it is, on paper: the dialog offers
    neither a range of pages nor a file.
    """
    from PySide6.QtPrintSupport import (  # noqa: PLC0415 (few people print)
        QAbstractPrintDialog,
        QPrintDialog,
        QPrinter,
    )

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName(name)
    option = QAbstractPrintDialog.PrintDialogOption
    dialog.setOption(option.PrintToFile, on=not whole)
    dialog.setOption(option.PrintPageRange, on=not whole)
    dialog.accepted.connect(lambda: on_chosen(printer))
    dialog.rejected.connect(on_left_off)
    dialog.finished.connect(dialog.deleteLater)
    # Its own `open` wants a slot by name.
    QDialog.open(dialog)


class Printing(QObject):
    """Prints what is laid out, all of it and never into a file. One thing at a time.

    Signals:
        printed(): the printer has taken it.
        failed(InstaPayError): it has not; printer_missing, printer_unusable.
        left_off(): the person chose no printer.

    """

    printed = Signal()
    failed = Signal(object)
    left_off = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._window = parent
        self._task: tasks.Task | None = None

    def begin(self, lay_out: Callable[[Sheet], Pages], *, title: str, is_rtl: bool) -> None:
        """Ask which printer, and print there; `title` is what the system's queue shows."""
        self._task = tasks.run(
            self,
            papers.printers,
            on_success=lambda _names: self._choose(lay_out, title, is_rtl=is_rtl),
            on_failure=self.failed.emit,
            deadline_s=PRINTERS_DEADLINE_S,
            replaces=self._task,
        )

    def _choose(self, lay_out: Callable[[Sheet], Pages], title: str, *, is_rtl: bool) -> None:
        choose_printer(
            self._window,
            name=self._name,
            title=title,
            on_chosen=lambda printer: self._print(printer, lay_out, is_rtl=is_rtl),
            on_left_off=self.left_off.emit,
            whole=True,
        )

    def _print(self, printer: QPrinter, lay_out: Callable[[Sheet], Pages], *, is_rtl: bool) -> None:
        self._task = tasks.run(
            self,
            lambda: papers.print_pages(printer, lay_out, is_rtl=is_rtl),
            on_success=lambda _nothing: self.printed.emit(),
            on_failure=self._on_failure,
            deadline_s=_PAINT_DEADLINE_S,
            replaces=self._task,
        )

    def _on_failure(self, error: InstaPayError) -> None:
        self.failed.emit(error)
