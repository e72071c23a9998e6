"""What a worker thread does for an export: writing a file, or pages for a printer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.errors import Unavailable
from ui import bidi, whole_file
from ui.components.statement import csv_file, pdf
from ui.components.statement.statement import gather

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from ui.components.statement.source import Progress, Source, Wanted

#: What one system or another forbids in the name of a file.
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST_NAME = 60


def file_name(wanted: Wanted, suffix: str) -> str:
    """Return the name to propose, such as ``Everyday 2026-08-24 to 2026-11-22.pdf``."""
    account = wanted.account.name or QCoreApplication.translate("statement", "Account")
    pattern = QCoreApplication.translate("statement", "{account} {first} to {last}")
    words = pattern.format(account=account, first=wanted.first_day, last=wanted.last_day)
    plain = _FORBIDDEN.sub(" ", bidi.plain(words)).strip(". ")
    return f"{plain[:_LONGEST_NAME].strip('. ')}.{suffix}"


def save_csv(path: Path, source: Source, wanted: Wanted, progress: Progress) -> None:
    """Write a CSV file, whole or not at all; blocks. Raises as `whole_file.writing`, LeftOff."""
    with whole_file.writing(path) as file:
        csv_file.write(file, source, wanted, progress)


def save_pdf(
    path: Path, source: Source, wanted: Wanted, progress: Progress, *, is_rtl: bool
) -> None:
    """Write a PDF, whole or not at all; blocks. Raises as `save_csv`, and statement_too_long."""
    made = pdf.pdf(gather(source, wanted, progress), progress, is_rtl=is_rtl)
    with whole_file.writing(path) as file:
        file.write(made)


def print_pages(
    printer: QPrinter, source: Source, wanted: Wanted, progress: Progress, *, is_rtl: bool
) -> None:
    """Print what was chosen of a statement; blocks. Raises as `save_pdf`, printer_unusable."""
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 (few people print)

    statement = gather(source, wanted, progress)
    first, last = printer.fromPage(), printer.toPage()
    chosen = range(first - 1, last) if first and last >= first else None
    pdf.paint(printer, statement, progress, is_rtl=is_rtl, wanted=chosen)
    if printer.printerState() is QPrinter.PrinterState.Error:
        raise Unavailable("printer_unusable")
