"""The list of notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui import theme
from ui.screens.notifications.delegate import NotificationDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from ui.screens.notifications.model import NotificationModel


class NotificationList(QListView):
    """Rows are painted; the one with keyboard focus shows it."""

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by key; from then on focus shows."""
        self._show_focus(shown=True)
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
