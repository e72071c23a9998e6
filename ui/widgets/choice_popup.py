"""The list below a field, of what somebody may mean."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from ui import bidi, icons, theme
from ui.payee_choices import Kind
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.icons import IconName
    from ui.payee_choices import Choice

#: More are scrolled to.
_MOST_ROWS = 6
_PADDING = int(theme.Spacing.M)
_ICON: dict[Kind, IconName] = {
    Kind.RECENT: "clock",
    Kind.CONTACT: "contacts",
    Kind.OWN: "accounts",
}
_WORDS = Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row gives beside its name (DisplayRole)."""

    CHOICE = Qt.ItemDataRole.UserRole + 1


class ChoiceModel(QAbstractListModel):
    """The choices that fit what is typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """Offer these."""
        self.beginResetModel()
        self._choices = choices
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the name, what is read out, or the choice itself."""
        if not index.isValid():
            return None
        choice = self._choices[index.row()]
        if role == Role.CHOICE:
            return choice
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return choice.spoken
        return choice.name if role == Qt.ItemDataRole.DisplayRole else None


class ChoiceDelegate(QStyledItemDelegate):
    """Paints an icon, a name, and at the far edge what tells it from others."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        choice: Choice = index.data(Role.CHOICE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.colour("hover"))

        def seen(place: QRect) -> QRect:
            return QStyle.visualRect(option.direction, option.rect, place)

        room = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        size = int(theme.Control.ICON)
        icon = QRect(room.left(), room.center().y() - size // 2 + 1, size, size)
        icons.paint(painter, _ICON[choice.kind], QRectF(seen(icon)), theme.colour("muted"))
        room.setLeft(room.left() + size + _PADDING)
        caption = theme.font(theme.TypeSize.CAPTION)
        detail = QFontMetrics(caption).elidedText(
            choice.detail, Qt.TextElideMode.ElideRight, room.width() // 2
        )
        width = QFontMetrics(caption).horizontalAdvance(detail)
        leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        trailing = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignRight)
        painter.setFont(caption)
        painter.setPen(theme.colour("muted"))
        painter.drawText(seen(room), trailing | _WORDS, detail)
        room.setRight(room.right() - width - _PADDING)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text"))
        name = QFontMetrics(painter.font()).elidedText(
            bidi.own(choice.name), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(seen(room), leading | _WORDS, name)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a row's height; it is as wide as the list."""
        del option, index
        return QSize(0, theme.RowHeight.CUSTOMER)


class ChoicePopup(QFrame):
    """Lies over the window below its field, which keeps the focus and hands keys on.

    Empty while it is hidden: what a locked window hides can still be read by tools.

    Signals:
        picked(Choice): by a click.

    """

    picked = Signal(object)

    def __init__(self, field: QWidget, name: str) -> None:
        super().__init__(field.window())
        self._field = field
        theme.mark(self, surface="popup")
        self._model = ChoiceModel(self)
        self._list = QListView()
        self._list.setObjectName(name)
        self._list.setAccessibleName(self.tr("Payees that fit"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(ChoiceDelegate(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(lambda index: self.picked.emit(index.data(Role.CHOICE)))
        column = QVBoxLayout(self)
        # So that rows do not stand over the rounded edge.
        edge = int(theme.Spacing.XS)
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(self._list)
        self.hide()
        # What it stands below may move away under it.
        self._moves: list[QObject] = []

    @property
    def current(self) -> Choice | None:
        """The row that Enter would take."""
        choice: Choice | None = self._list.currentIndex().data(Role.CHOICE)
        return choice if self.isVisible() else None

    def offer(self, choices: tuple[Choice, ...], *, first: bool) -> None:
        """Show these below the field, the `first` one ready to be taken; hide where there are none."""
        if not choices:
            self.dismiss()
            return
        self._model.show_choices(choices)
        if first:
            self._list.setCurrentIndex(self._model.index(0))
        self._follow()
        self.place()
        self.show()
        self.raise_()
        announce(self._field, self.tr("%n payee(s) fit", "", len(choices)))

    def dismiss(self) -> None:
        """Be hidden, and hold nothing."""
        self.hide()
        self._model.show_choices(())

    def step(self, by: int) -> None:
        """Go up or down, around the ends."""
        count = self._model.rowCount()
        current = self._list.currentIndex()
        row = current.row() + by if current.isValid() else (0 if by > 0 else -1)
        index = self._model.index(row % count)
        self._list.setCurrentIndex(index)
        announce(self._field, index.data(Qt.ItemDataRole.AccessibleTextRole))

    def _follow(self) -> None:
        """Be gone as soon as the field is scrolled or its window changes its size."""
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        if self._moves:
            return
        window.installEventFilter(self)
        self._moves.append(window)
        above = self._field.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.verticalScrollBar().valueChanged.connect(self.dismiss)
            above = above.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn that the window changes its size, or that somebody clicks elsewhere."""
        if self.isVisible() and event.type() is QEvent.Type.Resize:
            self.dismiss()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Stand below the field; above it where there is no room."""
        window, field = self._field.window(), self._field
        rows = min(self._model.rowCount(), _MOST_ROWS)
        height = rows * theme.RowHeight.CUSTOMER + 2 * theme.Spacing.XS + 2
        corner = field.mapTo(window, QPoint(0, field.height() + theme.Spacing.XS))
        if corner.y() + height > window.height():
            corner = field.mapTo(window, QPoint(0, -height - theme.Spacing.XS))
        self.setGeometry(corner.x(), corner.y(), field.width(), height)
