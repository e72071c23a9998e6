"""The customers that a search found: a list that one is chosen from."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import bidi, theme
from ui.widgets.focus_ring import paint_ring

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from services.values.customers import FoundCustomer

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
#: Two lines, in logical pixels.
_ROW_HEIGHT = 48
_PADDING = int(theme.Spacing.M)


class Role(IntEnum):
    """What a row knows beyond its name: itself, and its second line."""

    CUSTOMER = Qt.ItemDataRole.UserRole + 1
    DETAIL = Qt.ItemDataRole.UserRole + 2


class ResultsModel(QAbstractListModel):
    """Whom the bank named last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[FoundCustomer, ...] = ()

    @property
    def found(self) -> tuple[FoundCustomer, ...]:
        """All of them, in order."""
        return self._found

    def show_found(self, found: tuple[FoundCustomer, ...]) -> None:
        """Show these."""
        if found != self._found:
            self.beginResetModel()
            self._found = found
            self.endResetModel()

    def row_of(self, user_id: UUID | None) -> int:
        """Return where somebody stands; -1 where they do not."""
        ids = [each.user_id for each in self._found]
        return ids.index(user_id) if user_id in ids else -1

    def _detail(self, customer: FoundCustomer) -> str:
        count = customer.account_count
        if count is None:
            return self.tr("Found by email")
        return self.tr("%n account(s)", "", count) if count else self.tr("No open account")

    # Qt's own

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a part of one row."""
        if not index.isValid() or index.row() >= len(self._found):
            return None
        customer = self._found[index.row()]
        if role == Role.CUSTOMER:
            return customer
        if role == Qt.ItemDataRole.DisplayRole:
            return customer.full_name
        if role == Role.DETAIL:
            return self._detail(customer)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{bidi.plain(customer.full_name)}, {self._detail(customer)}"
        return None


class ResultsDelegate(QStyledItemDelegate):
    """A name, and below it how many accounts there are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shows_focus = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.colour("hover"))
        line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(line, theme.colour("line"))
        room = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        middle = room.center().y()
        painter.setFont(theme.font(weight=theme.Weight.MEDIUM))
        painter.setPen(theme.colour("text"))
        name = QFontMetrics(painter.font()).elidedText(
            bidi.plain(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        upper = QRect(room.left(), middle - 20, room.width(), 21)
        painter.drawText(upper, leading | Qt.AlignmentFlag.AlignVCenter, bidi.own(name))
        painter.setFont(theme.font(theme.TypeSize.CAPTION))
        painter.setPen(theme.colour("muted"))
        lower = QRect(room.left(), middle + 1, room.width(), 18)
        painter.drawText(lower, leading | Qt.AlignmentFlag.AlignVCenter, index.data(Role.DETAIL))
        painter.restore()
        if self.shows_focus and option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, option.rect.toRectF().adjusted(1, 1, -1, -2))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a row's height; it is as wide as the list."""
        del option, index
        return QSize(0, _ROW_HEIGHT)


class ResultsList(QListView):
    """Enter and a click choose; Up on the first row goes back to the search.

    Signals:
        chosen(FoundCustomer): somebody is to be opened.
        left_upwards(): focus is wanted above.

    """

    chosen = Signal(object)
    left_upwards = Signal()

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counter.results")
        self.setAccessibleName(self.tr("Customers found"))
        self._delegate = ResultsDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.viewport().update)

    @property
    def current(self) -> FoundCustomer | None:
        """Whom Enter would choose."""
        customer: FoundCustomer | None = self.currentIndex().data(Role.CUSTOMER)
        return customer

    def mark(self, row: int) -> None:
        """Make a row the current one; -1 for none."""
        self.setCurrentIndex(self.model().index(row, 0))

    def go_in(self) -> None:
        """Have keys go to the list, at its current row or at the first one."""
        if not self.currentIndex().isValid():
            self.mark(0)
        self._show_focus(shown=True)
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(Role.CUSTOMER))

    def _show_focus(self, *, shown: bool) -> None:
        self._delegate.shows_focus = shown
        self.viewport().update()

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter, and leave upwards."""
        self._show_focus(shown=True)
        current = self.current
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if current is not None:
                self.chosen.emit(current)
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose by pointer, which needs no focus ring."""
        self._show_focus(shown=False)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row when Tab leads here for the first time."""
        reason = event.reason()
        by_tab = reason in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if reason is not Qt.FocusReason.MouseFocusReason:
            self._show_focus(shown=True)
        super().focusInEvent(event)
        if by_tab and not self.currentIndex().isValid() and self.model().rowCount():
            self.mark(0)
