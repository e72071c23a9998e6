"""A small pill for exceptions: an icon and a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui import icons, theme
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label
from ui.widgets.tone import ICON_OF, INK_OF, Tone

if TYPE_CHECKING:
    from ui.icons import IconName

_HEIGHT = 22
_ICON = 14
_GROUND: dict[Tone, theme.ColourRole] = {
    Tone.NEUTRAL: "hover",
    Tone.ACCENT: "accent_soft",
    Tone.CREDIT: "accent_soft",
    Tone.WARN: "warn_soft",
    Tone.DANGER: "danger_soft",
}


class Badge(QFrame):
    """Says one exceptional thing, never by colour alone."""

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.NEUTRAL,
        icon: IconName | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(icon or ICON_OF[tone], INK_OF[tone], _ICON)
        self._label = label(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.Spacing.S, 0, theme.Spacing.S, 0)
        row.setSpacing(theme.Spacing.XS)
        row.addWidget(self._icon)
        row.addWidget(self._label)
        self.setFixedHeight(_HEIGHT)
        # A badge is never cut off; what stands beside it gives way.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.mark(self, surface="badge")
        self.say(text, tone, icon)

    def say(self, text: str, tone: Tone, icon: IconName | None = None) -> None:
        """Show another word and meaning."""
        theme.mark(self, tone=tone.value)
        self._icon.show_icon(icon or ICON_OF[tone], INK_OF[tone])
        self._label.setText(text)
        self.setAccessibleName(text)


def painted_size(text: str) -> QSize:
    """Return the room that a painted badge takes, in logical pixels."""
    words = QFontMetrics(theme.font(theme.TypeSize.CAPTION)).horizontalAdvance(text)
    return QSize(words + _ICON + theme.Spacing.XS + 2 * theme.Spacing.S, _HEIGHT)


def paint_badge(
    painter: QPainter, room: QRect, text: str, tone: Tone, icon: IconName | None = None
) -> None:
    """Draw a badge into `room`, for rows that a delegate paints; as `Badge` looks."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(_GROUND[tone]))
    painter.drawRoundedRect(QRectF(room), room.height() / 2, room.height() / 2)
    ink = theme.colour(INK_OF[tone])
    is_rtl = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    left = room.right() - theme.Spacing.S - _ICON + 1 if is_rtl else room.left() + theme.Spacing.S
    place = QRectF(left, room.top() + (room.height() - _ICON) // 2, _ICON, _ICON)
    icons.paint(painter, icon or ICON_OF[tone], place, ink)
    reach = theme.Spacing.S + _ICON + theme.Spacing.XS
    words = room.adjusted(
        theme.Spacing.S if is_rtl else reach, 0, -reach if is_rtl else -theme.Spacing.S, 0
    )
    painter.setFont(theme.font(theme.TypeSize.CAPTION))
    painter.setPen(ink)
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
