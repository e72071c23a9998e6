"""A statement on paper, and as a PDF, which is paper too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.components.paper import papers
from ui.components.statement.pages import Pages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.components.saving.progress import Progress
    from ui.components.statement.statement import Statement


def pdf(statement: Statement, progress: Progress, *, is_rtl: bool) -> bytes:
    """Return the statement as a PDF, A4; blocks. Raises LeftOff where `progress` is cancelled."""
    return papers.pdf(
        lambda sheet: Pages(statement, sheet),
        title=f"{statement.first_day} - {statement.last_day}",
        is_rtl=is_rtl,
        on_page=lambda share: _on_page(progress, share),
    )


def print_on(printer: QPrinter, statement: Statement, progress: Progress, *, is_rtl: bool) -> None:
    """Print the pages of a statement that were chosen; blocks. Raises LeftOff, printer_unusable."""
    papers.print_chosen(
        printer,
        lambda sheet: Pages(statement, sheet),
        is_rtl=is_rtl,
        on_page=lambda share: _on_page(progress, share),
    )


def _on_page(progress: Progress, share: float) -> None:
    progress.check()
    progress.share = 0.5 + 0.5 * share
