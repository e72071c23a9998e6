"""What a worker thread does with a till's sheet: writing a file, or pages for a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.errors import Unavailable
from ui import whole_file
from ui.components.paper import papers
from ui.components.till_sheet import csv_file
from ui.components.till_sheet.day_sheet import gather
from ui.components.till_sheet.pages import Pages

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtPrintSupport import QPrinter

    from services.values.tills import ClosedTill, OpenTill, TillSheet, TillState
    from ui.components.till_sheet.day_sheet import DaySheet, Tills


def title(till: OpenTill | ClosedTill | TillSheet | TillState) -> str:
    """Return what a file of the sheet is called, such as ``Till 3 EGP 2026-11-22``."""
    pattern = QCoreApplication.translate("till", "Till {number} {currency} {day}")
    return pattern.format(number=till.number, currency=till.currency, day=till.business_day)


def pdf(made: DaySheet, *, is_rtl: bool) -> bytes:
    """Return the sheet as a PDF, A4; blocks."""
    return papers.pdf(lambda sheet: Pages(made, sheet), title=title(made.figures), is_rtl=is_rtl)


def save_csv(path: Path, tills: Tills, till_id: UUID) -> None:
    """Write a CSV file, whole or not at all; blocks. Raises as `whole_file.writing`, and the service."""
    made = gather(tills, till_id)
    with whole_file.writing(path) as file:
        csv_file.write(file, made)


def save_pdf(path: Path, tills: Tills, till_id: UUID, *, is_rtl: bool) -> None:
    """Write a PDF, whole or not at all; blocks. Raises as `save_csv`."""
    written = pdf(gather(tills, till_id), is_rtl=is_rtl)
    with whole_file.writing(path) as file:
        file.write(written)


def print_pages(printer: QPrinter, tills: Tills, till_id: UUID, *, is_rtl: bool) -> None:
    """Print what was chosen of the sheet; blocks. Raises what the service does, printer_unusable."""
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 (few people print)

    made = gather(tills, till_id)
    first, last = printer.fromPage(), printer.toPage()
    chosen = range(first - 1, last) if first and last >= first else None
    papers.paint(printer, lambda sheet: Pages(made, sheet), is_rtl=is_rtl, wanted=chosen)
    if printer.printerState() is QPrinter.PrinterState.Error:
        raise Unavailable("printer_unusable")
