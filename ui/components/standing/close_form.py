"""Closing an account for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from ui import bidi, messages, money_text, privacy, theme
from ui.components.standing.account_choice import AccountChoice
from ui.components.standing.standing_form import StandingForm
from ui.widgets.banner import Banner
from ui.widgets.busy_button import BusyButton
from ui.widgets.facts import Facts
from ui.widgets.labels import label
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from services.bank import Services
    from services.values.accounts import Account
    from services.values.customers import CustomerAccount
    from ui.preferences import Preferences


class CloseAccountForm(StandingForm):
    """Says what is in the way; closes an empty account once it is confirmed."""

    places: Mapping[str, str] = {"account_not_empty": "account", "account_unknown": "account"}

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__("closeaccount", services, preferences, parent)
        self._account = AccountChoice("closeaccount.account")
        self._facts = Facts("closeaccount")
        self._obstacle = Banner(Tone.WARN)
        self._obstacle.setObjectName("closeaccount.obstacle")
        self._consequence = label("", "caption", wraps=True)
        self._consequence.setObjectName("closeaccount.consequence")
        self._sure = QCheckBox(self.tr("The customer wants it closed &for good"))
        self._sure.setObjectName("closeaccount.sure")
        self._submit = BusyButton(self.tr("&Close the account"), self.tr("Closing…"))
        self._submit.setObjectName("closeaccount.submit")
        self._submit.setAutoDefault(True)
        self._lay_out()
        self._account.picked.connect(self._on_account)
        self._sure.toggled.connect(self._on_sure)
        self._submit.clicked.connect(self._on_submit)
        self._on_account()

    @property
    def title(self) -> str:
        """What the panel is headed with."""
        return self.tr("Close an account")

    def refresh(self, accounts: tuple[CustomerAccount, ...]) -> None:
        """Show what the accounts hold now."""
        super().refresh(accounts)
        self._account.show_accounts(accounts, masked=privacy.amounts_hidden(self._preferences))

    def choose(self, account_id: UUID) -> None:
        """Be about one of the accounts."""
        self._account.choose(account_id)

    def clear(self) -> None:
        """Nothing is confirmed."""
        super().clear()
        self._sure.setChecked(False)

    def focus_first(self) -> None:
        """Have focus go to the account."""
        self._account.picker.setFocus()

    def _lay_out(self) -> None:
        self.add_field("account", self.tr("&Account"), self._account, focused=self._account.picker)
        for part in (self._facts, self._obstacle, self._consequence):
            self.column.addWidget(part)
        self.column.addSpacing(theme.Spacing.S)
        self.column.addWidget(self._sure)
        self.finish(self._submit)

    def _on_account(self) -> None:
        # What was confirmed was about another account, or about how this one stood.
        self._sure.setChecked(False)
        self.clear_errors()
        chosen = self._account.chosen
        for part in (self._facts, self._consequence):
            part.setVisible(chosen is not None)
        obstacle = "" if chosen is None else self._in_the_way(chosen.account)
        if chosen is not None:
            account = chosen.account
            self._facts.tell("balance", self.tr("Balance"), money_text.in_sentence(account.balance))
            self._facts.tell("held", self.tr("Held"), money_text.in_sentence(account.held))
            self._consequence.setText(self._what_follows(account))
        self._obstacle.setVisible(bool(obstacle))
        if obstacle:
            self._obstacle.say(self.tr("It cannot be closed yet."), obstacle)
        can_be_closed = chosen is not None and not obstacle
        self._sure.setEnabled(can_be_closed)
        self._on_sure()

    def _in_the_way(self, account: Account) -> str:
        """Return what has to be done first; empty where nothing has to."""
        if account.held.amount:
            return self.tr(
                "{amount} are held for payments that wait. Have them decided or cancelled first."
            ).format(amount=money_text.in_sentence(account.held))
        if account.balance.amount:
            return self.tr("Pay {amount} out or transfer them first.").format(
                amount=money_text.in_sentence(account.balance)
            )
        return ""

    def _what_follows(self, account: Account) -> str:
        words = self.tr(
            "Nothing can be paid from it or into it any more. Its history stays. The customer is told."
        )
        if account.address is None:
            return words
        given_up = self.tr("The address {address} is given up.")
        return f"{words} {given_up.format(address=bidi.ltr(account.address))}"

    def _on_sure(self) -> None:
        self._submit.setEnabled(self._sure.isChecked() and not self._submit.is_busy)

    def _on_submit(self) -> None:
        chosen = self._account.chosen
        if chosen is None or not self._sure.isChecked():
            return
        account_id, standing = chosen.account.id, self._services.standing
        name = chosen.account.name or self.tr("The account")
        self.send(
            self._submit,
            lambda: standing.close(account_id=account_id),
            lambda _nothing: self._on_closed(name),
        )

    def _on_closed(self, name: str) -> None:
        self.clear()
        messages.info(self.tr("{account} is closed.").format(account=bidi.own(name)))
        self.done.emit()
        self.closed.emit()
