"""One line of the side bar: icon, word, and how many unread or waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from ui import bidi, icons, theme

if TYPE_CHECKING:
    from ui.icons import IconName

_MOST_SHOWN = 99
_PILL = 20


class NavItem(QAbstractButton):
    """Leads to a screen; `isChecked` while that screen is shown."""

    def __init__(
        self, text: str, icon: IconName, parent: QWidget | None = None, *, waits: bool = False
    ) -> None:
        """Lead somewhere; with `waits` what is counted there waits for a decision rather than a reader."""
        super().__init__(parent)
        self._waits = waits
        self._icon: IconName = icon
        self._count = 0
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    @property
    def count(self) -> int:
        """How many unread or waiting things it leads to."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show how many unread or waiting things it leads to; 0 shows nothing."""
        self._count = count
        name = self.text()
        if count and self._waits:
            name = self.tr("{name}, %n waiting", "", count).format(name=name)
        elif count:
            name = self.tr("{name}, %n unread", "", count).format(name=name)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a line; the side bar gives the width."""
        return QSize(0, theme.Control.SIDE_ITEM)

    def nextCheckState(self) -> None:  # noqa: N802 (Qt's name)
        """Stay as it is: the window says which screen is shown."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._ground()
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(QRectF(self.rect()), theme.Radius.CONTROL, theme.Radius.CONTROL)
        ink: theme.ColourRole = "accent" if self.isChecked() else "muted"
        if not self.isEnabled():
            ink = "disabled_text"
        size = int(theme.Control.ICON)
        room = self.rect().adjusted(theme.Spacing.M, 0, -theme.Spacing.M, 0)
        icon_place = self._seen(QRect(room.x(), (self.height() - size) // 2, size, size))
        icons.paint(painter, self._icon, QRectF(icon_place), theme.colour(ink))
        room.setLeft(room.left() + size + theme.Spacing.M)
        if self._count:
            room.setRight(room.right() - self._paint_count(painter) - theme.Spacing.S)
        weight = theme.Weight.SEMIBOLD if self.isChecked() else theme.Weight.REGULAR
        painter.setFont(theme.font(theme.TypeSize.BODY, weight))
        painter.setPen(theme.colour(ink))
        painter.drawText(
            self._seen(room),
            self._leading() | Qt.AlignmentFlag.AlignVCenter,
            QFontMetrics(painter.font()).elidedText(
                self.text(), Qt.TextElideMode.ElideRight, room.width()
            ),
        )

    def _ground(self) -> theme.ColourRole | None:
        if self.isChecked():
            return "accent_soft"
        if self.isDown():
            return "pressed"
        return "hover" if self.underMouse() else None

    def _paint_count(self, painter: QPainter) -> int:
        """Draw the count in a pill at the trailing end; return its width."""
        text = str(self._count) if self._count <= _MOST_SHOWN else bidi.ltr(f"{_MOST_SHOWN}+")
        painter.setFont(theme.font(theme.TypeSize.CAPTION, theme.Weight.SEMIBOLD))
        width = max(_PILL, painter.fontMetrics().horizontalAdvance(text) + int(theme.Spacing.M))
        place = self._seen(
            QRect(
                self.width() - theme.Spacing.M - width, (self.height() - _PILL) // 2, width, _PILL
            )
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(place), _PILL / 2, _PILL / 2)
        painter.setPen(theme.colour("on_accent"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        return width

    def _seen(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _leading(self) -> Qt.AlignmentFlag:
        return QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
