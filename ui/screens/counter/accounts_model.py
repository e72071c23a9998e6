"""A customer's accounts as a table."""

from __future__ import annotations

from enum import IntEnum
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui import bidi, iban_text, money_text
from ui.components.account_badges import badges_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from services.values.customers import CustomerAccount

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """The columns, in reading order."""

    NAME = 0
    IBAN = 1
    HELD = 2
    AVAILABLE = 3


#: What a cell knows beyond Qt's own roles: the whole `CustomerAccount`.
ACCOUNT_ROLE = Qt.ItemDataRole.UserRole + 1
# Absolute: in Arabic too, decimals stand under each other and below the end of their title.
_FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
OF_MONEY = frozenset({Column.HELD, Column.AVAILABLE})


class AccountsModel(QAbstractTableModel):
    """All accounts of one customer, oldest first, closed ones too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._accounts: tuple[CustomerAccount, ...] = ()
        self._cells: dict[int, Callable[[CustomerAccount, Column], object]] = {
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.EditRole: _raw,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.ToolTipRole: self._tool_tip,
            ACCOUNT_ROLE: lambda account, _column: account,
        }

    @property
    def accounts(self) -> tuple[CustomerAccount, ...]:
        """All of them, in order."""
        return self._accounts

    def show_accounts(self, accounts: tuple[CustomerAccount, ...]) -> None:
        """Show these; where they are the same ones as before, rows keep their place."""
        ids = [each.account.id for each in accounts]
        if ids != [each.account.id for each in self._accounts]:
            self.beginResetModel()
            self._accounts = accounts
            self.endResetModel()
        elif accounts != self._accounts:
            self._accounts = accounts
            last = self.index(len(accounts) - 1, Column.AVAILABLE)
            self.dataChanged.emit(self.index(0, Column.NAME), last)

    def row_of(self, account_id: UUID | None) -> int:
        """Return where an account stands; -1 where it does not."""
        ids = [each.account.id for each in self._accounts]
        return ids.index(account_id) if account_id in ids else -1

    def _shown(self, customers: CustomerAccount, column: Column) -> str:
        account = customers.account
        if column is Column.NAME:
            return account.name or self.tr("Account")
        if column is Column.IBAN:
            return iban_text.grouped(account.iban)
        if column is Column.HELD:
            return money_text.figure(account.held)
        return money_text.with_currency(account.available)

    def _spoken(self, customers: CustomerAccount, column: Column) -> str:
        words = bidi.plain(self._shown(customers, column))
        if column is Column.NAME:
            return ", ".join(filter(None, (words, bidi.plain(_state(customers)))))
        if column is Column.HELD:
            return self.tr("{amount} held").format(amount=words)
        return self.tr("{amount} available").format(amount=words) if column in OF_MONEY else words

    def _tool_tip(self, customers: CustomerAccount, column: Column) -> str | None:
        if column in OF_MONEY:
            return None
        words = self._shown(customers, column)
        if column is Column.NAME:
            words = "\n".join(filter(None, (words, _state(customers))))
        # Qt takes what looks like markup for markup, and a name or a reason is somebody's text.
        return f"<p style='white-space: pre-wrap'>{escape(words)}</p>"

    # Qt's own

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many accounts there are."""
        return 0 if parent.isValid() else len(self._accounts)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Dispatch to the formats; EditRole gives the raw values."""
        if not index.isValid() or index.row() >= len(self._accounts):
            return None
        cell = self._cells.get(role)
        if cell is not None:
            return cell(self._accounts[index.row()], Column(index.column()))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(index.column()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Return a column's title, aligned as its cells are."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                Column.NAME: self.tr("Account"),
                Column.IBAN: self.tr("IBAN"),
                Column.HELD: self.tr("Held"),
                Column.AVAILABLE: self.tr("Available"),
            }[column]
        return None


def _state(customers: CustomerAccount) -> str:
    """Return what sets an account apart, until when and why; empty where nothing does."""
    account = customers.account
    words = ", ".join(badge.told for badge in badges_of(account))
    reason = customers.frozen_reason if account.closed_at is None else None
    return ": ".join(filter(None, (words, reason and bidi.own(reason)))) if words else ""


def _alignment(column: Column) -> Qt.AlignmentFlag:
    edge = _FIGURES if column in OF_MONEY else Qt.AlignmentFlag.AlignLeading
    return edge | Qt.AlignmentFlag.AlignVCenter


def _raw(customers: CustomerAccount, column: Column) -> object:
    account = customers.account
    return {
        Column.NAME: account.name,
        Column.IBAN: account.iban,
        Column.HELD: account.held.amount,
        Column.AVAILABLE: account.available.amount,
    }[column]
