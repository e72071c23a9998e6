"""A button that says by which key it is pressed too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from ui import bidi, icons, theme

if TYPE_CHECKING:
    from ui.icons import IconName

_ICON = int(theme.Control.ICON)
_PADDING = int(theme.Spacing.M)
_GAP = int(theme.Spacing.S)


class KeyButton(QPushButton):
    """Icon and words at the leading end, the key at the far one; as wide as it is given."""

    def __init__(
        self, text: str, icon: IconName, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon: IconName = icon
        self._key = key
        self.setText(text)
        self.setAutoDefault(True)
        self.setAccessibleName(text)
        if key:
            self.setAccessibleDescription(self.tr("Key {key}").format(key=key))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the room that all of it takes, in logical pixels."""
        words = QFontMetrics(theme.font()).horizontalAdvance(self.text())
        key = QFontMetrics(_key_font()).horizontalAdvance(self._key)
        around = 2 * _PADDING + _ICON + _GAP + (_GAP if self._key else 0)
        return QSize(around + words + key, theme.Control.BUTTON)

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing of it gives way."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button's ground as the style has it, and on it our own."""
        del event
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        room = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        leading = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        trailing = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignRight)
        middle = Qt.AlignmentFlag.AlignVCenter
        is_on = self.isEnabled()
        place = QRect(room.left(), (self.height() - _ICON) // 2, _ICON, _ICON)
        muted = theme.colour("muted" if is_on else "disabled_text")
        icons.paint(painter, self._icon, QRectF(self._seen(place)), muted)
        painter.setFont(_key_font())
        painter.setPen(muted)
        painter.drawText(self._seen(room), trailing | middle, bidi.ltr(self._key))
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text" if is_on else "disabled_text"))
        words = self._seen(room.adjusted(_ICON + _GAP, 0, 0, 0))
        painter.drawText(words, leading | middle, self.text())

    def _seen(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)


def _key_font() -> QFont:
    return theme.font(theme.TypeSize.CAPTION)
