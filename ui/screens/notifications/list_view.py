"""The list of notices."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from ui import theme
from ui.screens.notifications.delegate import NotificationDelegate
from ui.screens.notifications.model import Role

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from ui.screens.notifications.model import NotificationModel


class NotificationList(QListView):
    """Rows are painted; the one with keyboard focus shows it.

    A click or Enter opens a notice, Space marks it as read; the menu of the right button has both.

    Signals:
        open_wanted(int): show what the notice of a row is about.
        mark_wanted(int): the notice of a row is read.

    """

    open_wanted = Signal(int)
    mark_wanted = Signal(int)

    def __init__(self, model: NotificationModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notifications.list")
        self.setAccessibleName(self.tr("Notifications"))
        self.setModel(model)
        self._delegate = NotificationDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.viewport().update)
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self._on_count)
        self._on_count()

    def _on_count(self) -> None:
        """Take focus only where there is a row to show it."""
        has_rows = self.model().rowCount() > 0
        policy = Qt.FocusPolicy.StrongFocus if has_rows else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)

    def _show_focus(self, *, shown: bool) -> None:
        self._delegate.shows_focus = shown
        self.viewport().update()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.open_wanted.emit(index.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row under the pointer, or with the current one."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setObjectName("notifications.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # News on top may move the row while the menu is open.
        kept = QPersistentModelIndex(index)
        opening = menu.addAction(self.tr("Open"))
        opening.setObjectName("notifications.menu.open")
        opening.triggered.connect(partial(self._act_on, kept, self.open_wanted))
        mark = menu.addAction(self.tr("Mark as read"))
        mark.setObjectName("notifications.menu.mark_read")
        mark.setEnabled(bool(index.data(Role.IS_UNREAD)))
        mark.triggered.connect(partial(self._act_on, kept, self.mark_wanted))
        place = self.visualRect(index).center()
        menu.popup(event.globalPos() if by_mouse else self.viewport().mapToGlobal(place))

    def _act_on(
        self,
        kept: QPersistentModelIndex,
        wanted: SignalInstance,
        _checked: bool = False,  # noqa: FBT001, FBT002 (Qt's)
    ) -> None:
        if kept.isValid():
            wanted.emit(kept.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or mark the current notice, or move; from then on focus shows."""
        self._show_focus(shown=True)
        row = self.currentIndex().row()
        if row >= 0 and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_wanted.emit(row)
            return
        if row >= 0 and event.key() == Qt.Key.Key_Space:
            self.mark_wanted.emit(row)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select by pointer, which needs no focus ring."""
        self._show_focus(shown=False)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the newest notice when focus comes for the first time."""
        self._show_focus(shown=event.reason() is not Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)
        model = self.model()
        if not self.currentIndex().isValid() and model.rowCount():
            self.setCurrentIndex(model.index(0, 0))
