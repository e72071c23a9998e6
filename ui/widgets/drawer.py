"""A panel that lies over the trailing edge of a page, with more about what is chosen there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui import theme
from ui.widgets.covered import Covered
from ui.widgets.edge_shadow import EdgeShadow
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

#: How long it slides, ms; short enough not to be waited for.
_SLIDES_MS = 120
#: What it leaves free of the page at least, in logical pixels.
_FREE = 160


class Drawer(QFrame):
    """Lies over `over`, as high as that is; the page beside it goes on working.

    Tab comes to it after what it was opened from, and passes over what it hides. Where focus goes
    there all the same, by a shortcut, the drawer closes.

    Names of its parts begin with its own: ``<name>.close``.

    Signals:
        closed(): it was shown and is no more.

    """

    closed = Signal()

    def __init__(self, over: QWidget, name: str) -> None:
        super().__init__(over)
        self.setObjectName(name)
        theme.mark(self, surface="drawer")
        self._over = over
        self._back_to: QWidget | None = None
        self._title = ElidedLabel("", "heading")
        self._close = IconButton("close", self.tr("Close (Esc)"))
        self._close.setObjectName(f"{name}.close")
        self._close.clicked.connect(self.close_drawer)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(_SLIDES_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.finished.connect(self._on_settled)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._on_settled)
        self._covered = Covered(over, self)
        self._lay_out()
        self.hide()
        EdgeShadow(self)
        over.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """It is shown."""
        return not self.isHidden()

    @property
    def is_sliding(self) -> bool:
        """It is on its way to its place still."""
        return self._slide.state() is QPropertyAnimation.State.Running

    def show_content(self, title: str, content: QWidget) -> None:
        """Open, or show something else; what it showed before is deleted."""
        self._title.setText(title)
        self.setAccessibleName(title)
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self._area.setWidget(content)
        self._order_tabs(content)
        if self.is_open:
            return
        self._back_to = QApplication.focusWidget()
        place = self._place()
        self.setGeometry(place)
        self.show()
        self.raise_()
        self._follow_focus(content)
        self._slide.setStartValue(place.topLeft() + QPoint(self._outwards(), 0))
        self._slide.setEndValue(place.topLeft())
        self._slide.start()

    def take_focus(self) -> None:
        """Have keys go to the drawer: it was opened by one."""
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_drawer(self) -> bool:
        """Close; focus goes back to where it was. Tells whether it was open."""
        if not self.is_open:
            return False
        self._slide.stop()
        focus = QApplication.focusWidget()
        had_focus = focus is not None and (focus is self or self.isAncestorOf(focus))
        back_to, self._back_to = self._back_to, None
        _application().focusChanged.disconnect(self._on_focus)
        self._covered.release()
        self.hide()
        if had_focus and back_to is not None and isValid(back_to) and back_to.isVisible():
            back_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        return True

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        # The same at both sides: margins do not mirror.
        head.setContentsMargins(
            theme.Spacing.XL, theme.Spacing.L, theme.Spacing.XL, theme.Spacing.S
        )
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)

    def _place(self) -> QRect:
        room = self._over.rect()
        width = min(int(theme.Control.DRAWER), room.width() - _FREE)
        left = 0 if self.isRightToLeft() else room.width() - width
        return QRect(left, 0, width, room.height())

    def _outwards(self) -> int:
        """Return how far off it begins to slide: not from outside, which would flash over the page."""
        return -theme.Spacing.XL if self.isRightToLeft() else theme.Spacing.XL

    # Focus

    def _order_tabs(self, content: QWidget) -> None:
        """Have Tab go from the cross to what is shown, whatever was made in between."""
        inside = content.findChildren(QWidget)
        stops = [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for before, after in pairwise((self._close, *stops)):
            QWidget.setTabOrder(before, after)

    def _follow_focus(self, content: QWidget) -> None:
        """Begin to be open: Tab comes from where it was opened, and passes over what it hides."""
        back_to = self._back_to
        if back_to is not None and self._over.isAncestorOf(back_to):
            QWidget.setTabOrder(back_to, self._close)
            self._order_tabs(content)
        self._covered.pass_over()
        _application().focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        # None also while Qt deletes the page.
        if new is None or not self.isVisible():
            return
        if self._covered.has(new):
            self.close_drawer()
        else:
            # The page may have been laid out anew since.
            self._covered.pass_over()

    def _on_settled(self) -> None:
        """Look again what is hidden: the drawer or the page has come to its place."""
        if self.is_open:
            self._covered.pass_over()

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the edge of the page."""
        if watched is self._over and event.type() in {
            QEvent.Type.Resize,
            QEvent.Type.LayoutDirectionChange,
        }:
            self._slide.stop()
            self.setGeometry(self._place())
            # The page lays out what is on it after this.
            self._settling.start()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
