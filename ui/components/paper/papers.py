"""Pages on paper, and as a PDF, which is paper too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from services.errors import Unavailable
from ui.components.paper.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter

_DOTS_PER_INCH = 1200
_POINTS_PER_INCH = 72
#: Qt looks glyphs up by the first character that has one, and its tabulator has that of a space.
_TAB_MAPPED, _SPACE_MAPPED = b"<0009>", b"<0020>"
_MAP_OF_CHARACTERS = re.compile(rb"begincmap.*?endcmap", re.DOTALL)


class Pages(Protocol):
    """What was laid out on a sheet: how many pages, and painting one, counted from 0."""

    @property
    def count(self) -> int:
        """How many pages there are."""

    def paint(self, number: int) -> None:
        """Paint a page on the sheet it was laid out for."""


def pdf(
    lay_out: Callable[[Sheet], Pages],
    *,
    title: str,
    is_rtl: bool,
    on_page: Callable[[float], None] = lambda _share: None,
) -> bytes:
    """Return what `lay_out` makes as a PDF, A4; blocks. `on_page` is told the share done, page by page."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(kept)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setCreator("Mini-InstaPay")
    writer.setTitle(title)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    paint(writer, lay_out, is_rtl=is_rtl, on_page=on_page)
    kept.close()
    return _with_spaces(bytes(kept.data().data()))


def paint(
    device: QPagedPaintDevice,
    lay_out: Callable[[Sheet], Pages],
    *,
    is_rtl: bool,
    wanted: range | None = None,
    on_page: Callable[[float], None] = lambda _share: None,
) -> None:
    """Write pages on a printer or PDF without margins; `wanted` are pages, counted from 0.

    Blocks. Raises Unavailable (printer_unusable), and what `on_page` raises.
    """
    paper = device.pageLayout().fullRect(QPageLayout.Unit.Point)
    unit = device.logicalDpiX() / _POINTS_PER_INCH
    sheet = Sheet(unit, is_rtl, paper.width(), paper.height())
    pages = lay_out(sheet)
    numbers = [each for each in range(pages.count) if wanted is None or each in wanted]
    painter = QPainter()
    if not painter.begin(device):
        raise Unavailable("printer_unusable")
    sheet.painter = painter
    try:
        for place, number in enumerate(numbers):
            on_page(place / len(numbers))
            if place:
                device.newPage()
            pages.paint(number)
    finally:
        painter.end()
        sheet.painter = None


def print_chosen(
    printer: QPrinter,
    lay_out: Callable[[Sheet], Pages],
    *,
    is_rtl: bool,
    on_page: Callable[[float], None] = lambda _share: None,
) -> None:
    """Print the pages that were chosen in the printer's dialog; blocks. Raises as `paint`."""
    first, last = printer.fromPage(), printer.toPage()
    chosen = range(first - 1, last) if first and last >= first else None
    print_pages(printer, lay_out, is_rtl=is_rtl, wanted=chosen, on_page=on_page)


def print_pages(
    printer: QPrinter,
    lay_out: Callable[[Sheet], Pages],
    *,
    is_rtl: bool,
    wanted: range | None = None,
    on_page: Callable[[float], None] = lambda _share: None,
) -> None:
    """Print as `paint` does; raises printer_unusable where the printer has failed meanwhile too."""
    paint(printer, lay_out, is_rtl=is_rtl, wanted=wanted, on_page=on_page)
    if printer.printerState() is type(printer).PrinterState.Error:
        raise Unavailable("printer_unusable")


def printers() -> list[str]:
    """Return the printers of this computer; blocks, as the system's print service may be slow.

    Raises Unavailable (printer_missing).
    """
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 (few people print)

    found = QPrinterInfo.availablePrinterNames()
    if not found:
        raise Unavailable("printer_missing")
    return found


def _with_spaces(made: bytes) -> bytes:
    """Have whoever copies or searches the text find spaces between words, where Qt says tabulators."""
    return _MAP_OF_CHARACTERS.sub(lambda found: found[0].replace(_TAB_MAPPED, _SPACE_MAPPED), made)
