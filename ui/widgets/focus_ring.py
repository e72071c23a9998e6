"""The ring around what has keyboard focus: 2 px of accent, 2 px away from the thing.

A style sheet can draw an outline but no gap, so one overlay draws it for all windows. It shows
only while somebody works by keyboard; text fields and lists show focus in their own edge and rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from ui import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

_WIDTH = theme.Control.FOCUS_RING
_REACH = theme.Control.FOCUS_RING + theme.Control.FOCUS_GAP
_SHOW_THEIR_OWN = (QLineEdit, QComboBox, QPlainTextEdit, QAbstractScrollArea, QMenu)
#: A heading has focus where a page is opened, to be read out; nothing can be done with it.
_WORDS = (QLabel,)
_MODIFIERS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
)
_FOLLOWED = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.ZOrderChange,
    }
)


def paint_ring(painter: QPainter, around: QRectF, radius: float = theme.Radius.CONTROL) -> None:
    """Draw the ring just inside `around` (logical pixels): for rows that a delegate paints."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("focus"), _WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = _WIDTH / 2
    painter.drawRoundedRect(around.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


class _Ring(QWidget):
    """The overlay, a child of the page that the focused widget lies on: so it scrolls along."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.page = page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_ring(QPainter(self), QRectF(self.rect()), theme.Radius.CONTROL + _REACH - 1)


class FocusRing(QObject):
    """Follows focus through all windows of the program; there is one (`follow`)."""

    _shared: ClassVar[FocusRing | None] = None

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        FocusRing._shared = self
        self._by_keyboard = False
        self._ring: _Ring | None = None
        self._around: QWidget | None = None
        self._watched: list[QObject] = []
        app.focusWindowChanged.connect(self._on_window)
        app.focusChanged.connect(self._on_focus)
        self._on_window(app.focusWindow())

    @classmethod
    def follow(cls, app: QApplication) -> FocusRing:
        """Return the one ring of the program; make it when there is none."""
        # Not by findChild, which makes Python objects of all that it passes, 9 ms for the style alone.
        if cls._shared is None or not isValid(cls._shared):
            cls(app)
        assert cls._shared is not None
        return cls._shared

    @property
    def around(self) -> QWidget | None:
        """What the ring is drawn around now; None while it is hidden."""
        return self._around

    def _on_window(self, window: QWindow | None) -> None:
        # Keys and clicks reach the window before any widget: few events, seen once.
        if window is not None:
            window.installEventFilter(self)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._show_around(new if self._by_keyboard else None)

    def _show_around(self, widget: QWidget | None) -> None:
        if widget is not None and not _wants_ring(widget):
            widget = None
        if widget is self._around:
            return
        self._leave()
        if widget is None:
            return
        page = _page_of(widget)
        self._around = widget
        self._ring = _Ring(page)
        step: QWidget | None = widget
        while step is not None and step is not page:
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        widget.destroyed.connect(self._on_gone)
        self._follow()

    def _leave(self) -> None:
        around, self._around = self._around, None
        ring, self._ring = self._ring, None
        watched, self._watched = self._watched, []
        # Focus leaves a widget also while Qt deletes it, or the page it lies on.
        for seen in filter(isValid, watched):
            seen.removeEventFilter(self)
        if around is not None and isValid(around):
            around.destroyed.disconnect(self._on_gone)
        if ring is not None and isValid(ring):
            ring.hide()
            ring.deleteLater()

    def _on_gone(self) -> None:
        """Forget a widget (and perhaps its page and ring) that Qt has deleted."""
        self._around = None
        self._ring = None
        self._watched = []

    def _follow(self) -> None:
        if self._ring is None or self._around is None:
            return
        page = self._ring.page
        corner: QPoint = self._around.mapTo(page, self._around.rect().topLeft())
        self._ring.setGeometry(
            self._around.rect().translated(corner).adjusted(-_REACH, -_REACH, _REACH, _REACH)
        )
        self._ring.raise_()
        self._ring.setVisible(self._around.isVisibleTo(page))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn how somebody works, and where the focused widget goes."""
        kind = event.type()
        if isinstance(watched, QWindow):
            if kind is QEvent.Type.MouseButtonPress:
                self._set_by_keyboard(False)
            elif kind is QEvent.Type.KeyPress and event.key() not in _MODIFIERS:  # type: ignore[attr-defined]  # a QKeyEvent
                self._set_by_keyboard(True)
        elif kind in _FOLLOWED:
            self._follow()
        return False

    def _set_by_keyboard(self, by_keyboard: bool) -> None:  # noqa: FBT001 (a setter)
        if by_keyboard != self._by_keyboard:
            self._by_keyboard = by_keyboard
            self._show_around(QApplication.focusWidget() if by_keyboard else None)


def _wants_ring(widget: QWidget) -> bool:
    """Tell whether it is for `widget`: no field, no list, and ``focusRing`` not false."""
    without = (*_SHOW_THEIR_OWN, *_WORDS)
    return not isinstance(widget, without) and widget.property("focusRing") is not False


def _page_of(widget: QWidget) -> QWidget:
    """Return what scrolls with `widget`: the page in the nearest scroll area, else its window."""
    step = widget
    while (parent := step.parentWidget()) is not None and not step.isWindow():
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            return step
        step = parent
    return step
