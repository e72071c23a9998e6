"""The table of a customer's accounts; one of them is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import bidi, iban_text, theme
from ui.components.account_badges import badges_of
from ui.components.history import copying
from ui.screens.counter.accounts_model import ACCOUNT_ROLE, OF_MONEY, AccountsModel, Column
from ui.widgets.badge import paint_badge, painted_size
from ui.widgets.painted_table import FIGURES, PADDING, WORDS, PaintedTable, paint_hairline

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from services.values.accounts import Account
    from services.values.customers import CustomerAccount

_Index = QModelIndex | QPersistentModelIndex
#: More accounts than this are scrolled to.
_ROWS_AT_MOST = 6
#: With less room for a name, in logical pixels, the column of what is held gives way.
_NAME_AT_ALL = 112
#: Room for a name beside its badge, in logical pixels; with less, IBANs are told by their ends.
_NAME_AT_LEAST = 180
#: A longer name than this gives way to the words of its badge.
_NAME_BESIDE = 80


class AccountsDelegate(QStyledItemDelegate):
    """Cells of an `AccountsTable`; what is exceptional stands in a badge at the end of the name."""

    def __init__(self, table: AccountsTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        account: Account = index.data(ACCOUNT_ROLE).account
        column = Column(index.column())
        painter.save()
        painter.setLayoutDirection(option.direction)
        self._table.paint_ground(painter, option, index)
        paint_hairline(painter, option.rect)
        room = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        is_muted = account.closed_at is not None or column not in {Column.NAME, Column.AVAILABLE}
        ink = theme.colour("muted" if is_muted else "text")
        if column is Column.NAME:
            room = self._paint_state(painter, option, room, account)
        painter.setFont(theme.font())
        painter.setPen(ink)
        if column in OF_MONEY:
            painter.drawText(room, FIGURES, bidi.ltr(index.data()))
        else:
            self._paint_words(painter, option, room, index)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, index: _Index
    ) -> None:
        if Column(index.column()) is Column.IBAN:
            words = bidi.ltr(self._table.shown_iban(index.data(ACCOUNT_ROLE).account.iban))
        else:
            words = bidi.own(
                painter.fontMetrics().elidedText(
                    bidi.plain(index.data()), Qt.TextElideMode.ElideRight, room.width()
                )
            )
        painter.drawText(room, QStyle.visualAlignment(option.direction, WORDS), words)

    def _paint_state(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, account: Account
    ) -> QRect:
        """Paint the badge, by its icon alone where words do not fit; return what is left."""
        badges = badges_of(account)
        if not badges:
            return room
        (badge,) = badges
        words, size = badge.text, painted_size(badge.text)
        name = QFontMetrics(theme.font()).horizontalAdvance(account.name or "")
        if room.width() - size.width() < min(name + PADDING, _NAME_BESIDE):
            words, size = "", painted_size("")
        place = QRect(
            room.right() + 1 - size.width(),
            room.top() + (room.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        seen = QStyle.visualRect(option.direction, room, place)
        paint_badge(painter, seen, words, badge.tone, badge.icon)
        left = room.adjusted(0, 0, -size.width() - theme.Spacing.S, 0)
        return QStyle.visualRect(option.direction, room, left)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the row's height and the width the column has."""
        del option
        return QSize(self._table.columnWidth(index.column()), self._table.row_height)


class AccountsTable(PaintedTable):
    """As high as its rows; arrow keys and clicks choose, Ctrl+C copies a cell.

    Signals:
        chosen(CustomerAccount): another account is chosen; None where there is none.

    """

    chosen = Signal(object)

    copies_cells = True

    def __init__(self, model: AccountsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counter.accounts")
        self.setAccessibleName(self.tr("Accounts of the customer"))
        self._shortens = False
        self._chosen_id: UUID | None = None
        self._accounts = model
        self.setModel(model)
        self.setItemDelegate(AccountsDelegate(self))
        header = self.horizontalHeader()
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        self._fit()
        self.copy_wanted.connect(lambda index: copying.copy(self, copying.cell_text(index)))
        self.selectionModel().currentRowChanged.connect(self._on_current)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_changed)

    @property
    def account(self) -> CustomerAccount | None:
        """The chosen account, as it was shown last."""
        chosen: CustomerAccount | None = self.currentIndex().data(ACCOUNT_ROLE)
        return chosen

    def choose(self, account_id: UUID | None) -> None:
        """Choose an account; the first one where it is not among them."""
        if self._accounts.rowCount():
            row = max(0, self._accounts.row_of(account_id))
            self.setCurrentIndex(self._accounts.index(row, Column.NAME))

    def shown_iban(self, iban: str) -> str:
        """Return an IBAN as there is room for it."""
        return iban_text.short(iban) if self._shortens else iban_text.grouped(iban)

    def _fit(self) -> None:
        """Give columns and table the room that they need."""
        width = QFontMetrics(theme.font()).horizontalAdvance
        needs = {}
        for column in (Column.HELD, Column.AVAILABLE):
            cells = [str(self._accounts.index(row, column).data()) for row in self._rows()]
            title = str(self._accounts.headerData(column, Qt.Orientation.Horizontal))
            needs[column] = max(map(width, (*cells, title))) + 2 * PADDING
        ibans = [each.account.iban for each in self._accounts.accounts]
        whole = max((width(iban_text.grouped(each)) for each in ibans), default=0) + 2 * PADDING
        room = self.viewport().width() - sum(needs.values())
        self._shortens = room - whole < _NAME_AT_LEAST
        shown = max((width(self.shown_iban(each)) for each in ibans), default=0) + 2 * PADDING
        # Where there is little room, nothing held is told by leaving it out; where there is even
        # less, what is available matters more, which leaves it off.
        is_any_held = any(each.account.held.amount for each in self._accounts.accounts)
        is_tight = room - shown < _NAME_AT_ALL
        self.setColumnHidden(Column.HELD, self._shortens and (is_tight or not is_any_held))
        for column, needed in {**needs, Column.IBAN: shown}.items():
            self.setColumnWidth(column, needed)
        rows = min(len(ibans), _ROWS_AT_MOST)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * self.row_height)

    def _rows(self) -> range:
        return range(self._accounts.rowCount())

    def _on_current(self, current: QModelIndex) -> None:
        account: CustomerAccount | None = current.data(ACCOUNT_ROLE)
        if account is not None:
            self._chosen_id = account.account.id
        self.chosen.emit(account)

    def _on_reset(self) -> None:
        self.hovered_row = -1
        self._fit()
        if self._accounts.rowCount():
            self.choose(self._chosen_id)
        else:
            self.chosen.emit(None)

    def _on_changed(self) -> None:
        self._fit()
        self.viewport().update()

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell IBANs whole where there is room."""
        super().resizeEvent(event)
        self._fit()
