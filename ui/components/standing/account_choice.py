"""Which of a customer's accounts something is about, with how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import bidi, theme
from ui.components.account_badges import badges_of
from ui.widgets.account_picker import AccountPicker
from ui.widgets.badge import Badge
from ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from services.values.customers import CustomerAccount


class AccountChoice(QWidget):
    """The open accounts to choose from, and below what is frozen of the chosen one, and why.

    Attributes:
        picker: the list itself.

    Signals:
        picked(): another account is chosen, or the chosen one stands differently.

    """

    picked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accounts: dict[UUID, CustomerAccount] = {}
        self.picker = AccountPicker()
        self.picker.setObjectName(name)
        self._badge = Badge("")
        self._badge.setObjectName(f"{name}.badge")
        self._told = label("", "caption", wraps=True)
        self._told.setObjectName(f"{name}.told")
        row = QHBoxLayout()
        row.addWidget(self._badge)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.XS)
        column.addWidget(self.picker)
        column.addLayout(row)
        column.addWidget(self._told)
        self.setFocusProxy(self.picker)
        self.picker.picked.connect(self._on_picked)
        self._on_picked()

    @property
    def chosen(self) -> CustomerAccount | None:
        """The account that is chosen; None where the customer has none that is open."""
        account = self.picker.account()
        return None if account is None else self._accounts.get(account.id)

    def show_accounts(self, accounts: Iterable[CustomerAccount], *, masked: bool) -> None:
        """Offer those that are open; the chosen one stays chosen."""
        before = self.chosen
        self._accounts = {
            each.account.id: each for each in accounts if each.account.closed_at is None
        }
        shown = tuple(each.account for each in self._accounts.values())
        self.picker.show_accounts(shown, masked=masked)
        if self.chosen != before:
            # Why it is frozen, say, which the list does not show.
            self._on_picked()

    def choose(self, account_id: UUID) -> None:
        """Choose an account, if it is offered."""
        self.picker.choose(account_id)

    def _on_picked(self) -> None:
        chosen = self.chosen
        badges = () if chosen is None else badges_of(chosen.account)
        self._badge.setVisible(bool(badges))
        for badge in badges:
            self._badge.say(badge.told, badge.tone, badge.icon)
        told = self.tr("There is no open account.") if chosen is None else _reason(chosen)
        self._told.setVisible(bool(told))
        self._told.setText(told)
        self.picked.emit()


def _reason(chosen: CustomerAccount) -> str:
    if not chosen.frozen_reason:
        return ""
    pattern = QCoreApplication.translate("AccountChoice", "Reason: {reason}")
    return pattern.format(reason=bidi.own(chosen.frozen_reason))
