"""A large amount: big integers, small muted decimals and currency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import money_text, theme

if TYPE_CHECKING:
    from services.values.money import Money

#: Sizes of integer and decimals, from the largest: a fortune is set smaller, never cut off.
_STEPS = (
    (theme.TypeSize.FIGURE, theme.TypeSize.HEADING),
    (theme.TypeSize.TITLE, theme.TypeSize.HEADING),
    (theme.TypeSize.HEADING, theme.TypeSize.BODY),
    (theme.TypeSize.BODY, theme.TypeSize.CAPTION),
)


class MoneyLabel(QLabel):
    """One amount. `text` is the amount as a screen reader says it, or the mask."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._money: Money | None = None
        self._is_masked = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_money(self, money: Money, *, masked: bool = False) -> None:
        """Show an amount, or, `masked`, only its currency."""
        self._money = money
        self._is_masked = masked
        if masked:
            self.setText(money_text.masked(money.currency))
            self.setAccessibleName(self.tr("hidden"))
        else:
            self.setText(money_text.with_currency(money))
            self.setAccessibleName(self.text())
        self.update()

    def _pieces(self) -> tuple[str, str]:
        """Return what is drawn large and what is drawn small after it."""
        if self._money is None:
            return "", ""
        if self._is_masked:
            return money_text.MASK, f" {self._money.currency}"
        parts = money_text.parts(self._money)
        return f"{parts.sign}{parts.integer}", f"{parts.decimals} {parts.currency}"

    def _fonts(self) -> tuple[QFont, QFont]:
        """Return the largest fonts with which the amount fits."""
        large, small = self._pieces()
        for integer_size, decimals_size in _STEPS:
            fonts = _font_pair(integer_size, decimals_size)
            if _width(fonts, large, small) <= self.width():
                break
        return fonts

    # Qt's own

    def sizeHint(self) -> QSize:
        """Ask for the room that the amount takes at its largest."""
        fonts = _font_pair(*_STEPS[0])
        return QSize(round(_width(fonts, *self._pieces())), QFontMetrics(fonts[0]).height())

    def minimumSizeHint(self) -> QSize:
        """Ask for the height of the largest type, so that cards stay equally high."""
        return QSize(0, QFontMetrics(_font_pair(*_STEPS[0])[0]).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both pieces on one base line, from the leading edge, always left to right."""
        del event
        large, small = self._pieces()
        fonts = self._fonts()
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        left = 0.0
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = self.width() - _width(fonts, large, small)
        base = (self.height() + QFontMetricsF(fonts[0]).capHeight()) / 2
        painter.setFont(fonts[0])
        painter.setPen(theme.colour("text"))
        painter.drawText(QPointF(left, base), large)
        painter.setFont(fonts[1])
        painter.setPen(theme.colour("muted"))
        left += QFontMetricsF(fonts[0]).horizontalAdvance(large)
        painter.drawText(QPointF(left, base), small)


def _font_pair(large: theme.TypeSize, small: theme.TypeSize) -> tuple[QFont, QFont]:
    return theme.font(large, theme.Weight.SEMIBOLD), theme.font(small)


def _width(fonts: tuple[QFont, QFont], large: str, small: str) -> float:
    first = QFontMetricsF(fonts[0]).horizontalAdvance(large)
    return first + QFontMetricsF(fonts[1]).horizontalAdvance(small)
