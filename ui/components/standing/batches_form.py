"""Which of a customer's accounts may send lists of payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import bidi, messages, privacy, theme
from ui.components.standing.account_choice import AccountChoice
from ui.components.standing.reason_field import ReasonField
from ui.components.standing.standing_form import StandingForm
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.busy_button import BusyButton
from ui.widgets.facts import Facts
from ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from services.bank import Services
    from services.values.customers import CustomerAccount
    from ui.preferences import Preferences


class BatchesForm(StandingForm):
    """For supervisors: lets an account send lists of payments, or no longer."""

    places: Mapping[str, str] = {"reason_invalid": "reason", "account_unknown": "account"}

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__("batches", services, preferences, parent)
        self._account = AccountChoice("batches.account")
        self._facts = Facts("batches")
        self._consequence = label("", "caption", wraps=True)
        self._consequence.setObjectName("batches.consequence")
        self._reason = ReasonField("batches.reason", ())
        self._submit = BusyButton("", self.tr("One moment…"))
        self._submit.setObjectName("batches.submit")
        self._submit.setAutoDefault(True)
        self.add_field("account", self.tr("&Account"), self._account, focused=self._account.picker)
        self.column.addWidget(self._facts)
        self.column.addWidget(self._consequence)
        self.column.addSpacing(theme.Spacing.XS)
        self.add_field("reason", self.tr("&Reason"), self._reason, focused=self._reason.edit)
        self.finish(self._submit)
        self._account.picked.connect(self._on_account)
        self._reason.edited.connect(self.clear_errors)
        self._reason.edit.returnPressed.connect(self._submit.click)
        self._submit.clicked.connect(self._on_submit)
        self._on_account()

    @property
    def title(self) -> str:
        """What the panel is headed with."""
        return self.tr("Lists of payments")

    def refresh(self, accounts: tuple[CustomerAccount, ...]) -> None:
        """Show which accounts may send lists now."""
        super().refresh(accounts)
        self._account.show_accounts(accounts, masked=privacy.amounts_hidden(self._preferences))

    def choose(self, account_id: UUID) -> None:
        """Be about one of the accounts."""
        self._account.choose(account_id)

    def clear(self) -> None:
        """Forget what was typed."""
        super().clear()
        self._reason.clear()

    def focus_first(self) -> None:
        """Have focus go to the account."""
        self._account.picker.setFocus()

    def _on_account(self) -> None:
        self.clear_errors()
        chosen = self._account.chosen
        allowed = chosen is not None and chosen.batches_allowed
        for part in (self._facts, self._consequence, self._submit):
            part.setVisible(chosen is not None)
        self._facts.tell(
            "allowed",
            self.tr("May send lists"),
            self.tr("Yes") if allowed else self.tr("No"),
            strong=True,
        )
        words = _ALLOWED if allowed else _NOT_ALLOWED
        self._consequence.setText(QCoreApplication.translate("BatchesForm", words))
        usual = _REASONS_AGAINST if allowed else _REASONS_FOR
        self._reason.offer([QCoreApplication.translate("BatchesForm", each) for each in usual])
        self._submit.set_idle_text(
            self.tr("Allow no &longer") if allowed else self.tr("A&llow lists")
        )

    def _on_submit(self) -> None:
        chosen = self._account.chosen
        if chosen is None:
            return
        allowed, reason = not chosen.batches_allowed, self._reason.text
        account_id, standing = chosen.account.id, self._services.standing
        self.send(
            self._submit,
            lambda: standing.allow_batches(account_id=account_id, allowed=allowed, reason=reason),
            lambda _nothing: self._on_done(chosen, allowed=allowed),
        )

    def _on_done(self, chosen: CustomerAccount, *, allowed: bool) -> None:
        self.clear()
        words = (
            self.tr("{account} may send lists of payments.")
            if allowed
            else self.tr("{account} may no longer send lists of payments.")
        )
        name = chosen.account.name or self.tr("The account")
        messages.info(words.format(account=bidi.own(name)))
        self.done.emit()
        self.closed.emit()


#: lupdate finds these because the context is written out.
_NOT_ALLOWED = QT_TRANSLATE_NOOP(
    "BatchesForm",
    "A list, such as a payroll, has limits of its own, which are higher than those of single payments.",
)
_ALLOWED = QT_TRANSLATE_NOOP(
    "BatchesForm", "Without it the account makes single payments only, within their limits."
)
_REASONS_FOR = (
    QT_TRANSLATE_NOOP("BatchesForm", "Payroll agreed"),
    QT_TRANSLATE_NOOP("BatchesForm", "Business contract signed"),
)
_REASONS_AGAINST = (
    QT_TRANSLATE_NOOP("BatchesForm", "At the customer's request"),
    QT_TRANSLATE_NOOP("BatchesForm", "Contract ended"),
)
