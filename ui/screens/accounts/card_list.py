"""The person's accounts side by side; one of them is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from ui import theme
from ui.screens.accounts.card import MAX_WIDTH, MIN_WIDTH, AccountCard
from ui.widgets.flow_grid import FlowGrid

if TYPE_CHECKING:
    from uuid import UUID

    from services.values.accounts import Account


class CardList(QWidget):
    """Cards in as many columns as fit; arrow keys choose, as among radio buttons.

    Attributes:
        cards: from the first account on.

    Signals:
        chosen(Account): another account was chosen, or the first one came.

    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("accounts.list")
        self.setAccessibleName(self.tr("Your accounts"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.cards: list[AccountCard] = []
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._on_toggled)
        self._grid = FlowGrid(min_width=MIN_WIDTH, max_width=MAX_WIDTH, spacing=theme.Spacing.M + 2)
        self.setLayout(self._grid)

    @property
    def chosen_account(self) -> Account | None:
        """The chosen account, as it was shown last."""
        checked = self._group.checkedButton()
        return checked.account if isinstance(checked, AccountCard) else None

    @property
    def chosen_id(self) -> UUID | None:
        """The id of the chosen account."""
        chosen = self.chosen_account
        return None if chosen is None else chosen.id

    def show_accounts(self, accounts: tuple[Account, ...], *, masked: bool) -> None:
        """Show these accounts; what was chosen stays chosen while it is among them."""
        if [card.account.id for card in self.cards] != [account.id for account in accounts]:
            self._rebuild(accounts)
        for card, account in zip(self.cards, accounts, strict=True):
            card.show_account(account, masked=masked)
            card.set_among(several=len(accounts) > 1)
        self.updateGeometry()

    def choose(self, account_id: UUID) -> None:
        """Choose an account; one that is not there changes nothing."""
        for card in self.cards:
            if card.account.id == account_id:
                card.setChecked(True)

    def set_masked(self, *, masked: bool) -> None:
        """Hide or show all amounts."""
        for card in self.cards:
            card.show_account(card.account, masked=masked)

    def _rebuild(self, accounts: tuple[Account, ...]) -> None:
        chosen = self.chosen_id
        for card in self.cards:
            self._group.removeButton(card)
            self._grid.removeWidget(card)
            card.deleteLater()
        self.cards = [AccountCard(account, n) for n, account in enumerate(accounts, start=1)]
        for card in self.cards:
            self._group.addButton(card)
            self._grid.addWidget(card)
            card.show()
        ids = [account.id for account in accounts]
        if chosen is not None and chosen in ids:
            self.choose(chosen)
        elif self.cards:
            self.cards[0].setChecked(True)

    def _on_toggled(self, card: AccountCard, checked: bool) -> None:  # noqa: FBT001 (a slot)
        if checked:
            self.chosen.emit(card.account)
