"""What a worker thread does with a till's sheet: writing a file, or pages for a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from ui import whole_file
from ui.components.paper import papers
from ui.components.till_sheet import csv_file
from ui.components.till_sheet.day_sheet import gather
from ui.components.till_sheet.pages import Pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from services.values.tills import ClosedTill, OpenTill, TillSheet, TillState
    from ui.components.saving.progress import Progress
    from ui.components.till_sheet.day_sheet import DaySheet, Tills


class SheetJob:
    """A till's sheet that is saved or printed (`ui.components.saving.Job`)."""

    def __init__(self, tills: Tills, till: OpenTill | ClosedTill | TillSheet | TillState) -> None:
        self._tills = tills
        self._till_id = till.id
        self._title = _title(till)

    def file_name(self, suffix: str) -> str:
        """Return the name to propose, such as ``Till 3 EGP 2026-11-22.pdf``."""
        return f"{self._title}.{suffix}"

    def said(self, lines: int) -> str:
        """Say how many slips there are so far."""
        return _Counted().slips(lines)

    def save(self, path: Path, suffix: str, progress: Progress, *, is_rtl: bool) -> None:
        """Write a file, whole or not at all; blocks.

        Raises as `whole_file.writing`, LeftOff, and what the service raises.
        """
        made = gather(self._tills, self._till_id, progress)
        if suffix == "csv":
            with whole_file.writing(path, at_last=progress.check) as file:
                csv_file.write(file, made)
                progress.check()
            return
        written = pdf(made, is_rtl=is_rtl, on_page=lambda _share: progress.check())
        progress.check()
        with whole_file.writing(path, at_last=progress.check) as file:
            file.write(written)

    def print_on(self, printer: QPrinter, progress: Progress, *, is_rtl: bool) -> None:
        """Print what was chosen of it; blocks. Raises as `save`, printer_unusable."""
        made = gather(self._tills, self._till_id, progress)
        papers.print_chosen(
            printer,
            lambda sheet: Pages(made, sheet),
            is_rtl=is_rtl,
            on_page=lambda _share: progress.check(),
        )


class _Counted(QObject):
    """Words with a number in them: lupdate finds plural forms in `tr` alone."""

    def slips(self, count: int) -> str:
        return self.tr("%n slip(s) so far", "", count)


def pdf(
    made: DaySheet, *, is_rtl: bool, on_page: Callable[[float], None] = lambda _share: None
) -> bytes:
    """Return the sheet as a PDF, A4; blocks. `on_page` is told the share done, page by page."""
    return papers.pdf(
        lambda sheet: Pages(made, sheet),
        title=_title(made.figures),
        is_rtl=is_rtl,
        on_page=on_page,
    )


def _title(till: OpenTill | ClosedTill | TillSheet | TillState) -> str:
    pattern = QCoreApplication.translate("till", "Till {number} {currency} {day}")
    return pattern.format(number=till.number, currency=till.currency, day=till.business_day)
