"""How far apart two pictures are, and a picture of where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage, QPainter

if TYPE_CHECKING:
    from pathlib import Path

#: A channel (0 to 255) may be off by so much: processors round antialiased edges differently.
CHANNEL_SLACK = 12
#: So many pixels of a picture may be off by more: 20 of 655,360 are no change that anybody made.
PIXEL_SLACK = 20
_GAP = 8


def different_pixels(one: QImage, other: QImage) -> list[tuple[int, int]]:
    """Return where two pictures of equal size differ by more than rounding."""
    first, second = _bytes(one), _bytes(other)
    if first == second:
        return []
    width = one.width()
    off = {
        position // 4
        for position, (a, b) in enumerate(zip(first, second, strict=True))
        if a != b and abs(a - b) > CHANNEL_SLACK
    }
    return [(pixel % width, pixel // width) for pixel in sorted(off)]


def _bytes(picture: QImage) -> bytes:
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    # Four bytes a pixel need no filling up at the end of a line.
    return bytes(plain.constBits())


def write_difference(path: Path, wanted: QImage, drawn: QImage) -> None:
    """Write what is wanted, what was drawn, and in red where they differ, side by side."""
    width, height = max(wanted.width(), drawn.width()), max(wanted.height(), drawn.height())
    sheet = QImage(3 * width + 2 * _GAP, height, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    for number, picture in enumerate((wanted, drawn, wanted)):
        painter.drawImage(number * (width + _GAP), 0, picture)
    if wanted.size() == drawn.size():
        painter.setPen(QColor("red"))
        for x, y in different_pixels(wanted, drawn):
            painter.drawPoint(2 * (width + _GAP) + x, y)
    painter.end()
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(str(path))
