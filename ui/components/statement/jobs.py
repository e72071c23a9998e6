"""What a worker thread does for an export: writing a file, or pages for a printer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from ui import bidi, whole_file
from ui.components.statement import csv_file, pdf
from ui.components.statement.statement import gather

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from ui.components.saving.progress import Progress
    from ui.components.statement.source import Source, Wanted

#: What one system or another forbids in the name of a file.
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST_NAME = 60


class StatementJob:
    """A statement that is saved or printed (`ui.components.saving.Job`)."""

    def __init__(self, source: Source, wanted: Wanted) -> None:
        self._source = source
        self._wanted = wanted

    def file_name(self, suffix: str) -> str:
        """Return the name to propose, such as ``Everyday 2026-08-24 to 2026-11-22.pdf``."""
        wanted = self._wanted
        account = wanted.account.name or QCoreApplication.translate("statement", "Account")
        pattern = QCoreApplication.translate("statement", "{account} {first} to {last}")
        words = pattern.format(account=account, first=wanted.first_day, last=wanted.last_day)
        plain = _FORBIDDEN.sub(" ", bidi.plain(words)).strip(". ")
        return f"{plain[:_LONGEST_NAME].strip('. ')}.{suffix}"

    def said(self, lines: int) -> str:
        """Say how many payments there are so far."""
        return _Counted().payments(lines)

    def save(self, path: Path, suffix: str, progress: Progress, *, is_rtl: bool) -> None:
        """Write a file, whole or not at all; blocks.

        Raises as `whole_file.writing`, LeftOff, and as `gather`.
        """
        if suffix == "csv":
            with whole_file.writing(path, at_last=progress.check) as file:
                csv_file.write(file, self._source, self._wanted, progress)
            return
        made = pdf.pdf(gather(self._source, self._wanted, progress), progress, is_rtl=is_rtl)
        with whole_file.writing(path, at_last=progress.check) as file:
            file.write(made)

    def print_on(self, printer: QPrinter, progress: Progress, *, is_rtl: bool) -> None:
        """Print what was chosen of it; blocks. Raises as `save`, printer_unusable."""
        pdf.print_on(printer, gather(self._source, self._wanted, progress), progress, is_rtl=is_rtl)


class _Counted(QObject):
    """Words with a number in them: lupdate finds plural forms in `tr` alone."""

    def payments(self, count: int) -> str:
        return self.tr("%n payment(s) so far", "", count)
