"""A statement on paper, and as a PDF, which is paper too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from services.errors import Unavailable
from ui.components.statement.pages import Pages
from ui.components.statement.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from ui.components.statement.source import Progress
    from ui.components.statement.statement import Statement

_DOTS_PER_INCH = 1200
_POINTS_PER_INCH = 72
#: Qt looks glyphs up by the first character that has one, and its tabulator has that of a space.
_TAB_MAPPED, _SPACE_MAPPED = b"<0009>", b"<0020>"
_MAP_OF_CHARACTERS = re.compile(rb"begincmap.*?endcmap", re.DOTALL)


def pdf(statement: Statement, progress: Progress, *, is_rtl: bool) -> bytes:
    """Return the statement as a PDF, A4; blocks. Raises LeftOff where `progress` is cancelled."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(kept)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setCreator("Mini-InstaPay")
    writer.setTitle(f"{statement.first_day} - {statement.last_day}")
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    paint(writer, statement, progress, is_rtl=is_rtl)
    kept.close()
    return _with_spaces(bytes(kept.data().data()))


def paint(
    device: QPagedPaintDevice,
    statement: Statement,
    progress: Progress,
    *,
    is_rtl: bool,
    wanted: range | None = None,
) -> None:
    """Write a statement on a printer or PDF without margins; `wanted` are pages, counted from 0.

    Blocks; the second half of the work. Raises LeftOff, Unavailable (printer_unusable).
    """
    paper = device.pageLayout().fullRect(QPageLayout.Unit.Point)
    unit = device.logicalDpiX() / _POINTS_PER_INCH
    sheet = Sheet(unit, is_rtl, paper.width(), paper.height())
    pages = Pages(statement, sheet)
    numbers = [each for each in range(pages.count) if wanted is None or each in wanted]
    painter = QPainter()
    if not painter.begin(device):
        raise Unavailable("printer_unusable")
    sheet.painter = painter
    try:
        for place, number in enumerate(numbers):
            progress.check()
            if place:
                device.newPage()
            pages.paint(number)
            progress.share = 0.5 + 0.5 * (place + 1) / len(numbers)
    finally:
        painter.end()
        sheet.painter = None


def _with_spaces(made: bytes) -> bytes:
    """Have whoever copies or searches the text find spaces between words, where Qt says tabulators."""
    return _MAP_OF_CHARACTERS.sub(lambda found: found[0].replace(_TAB_MAPPED, _SPACE_MAPPED), made)
