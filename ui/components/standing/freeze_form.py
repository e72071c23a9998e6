"""Freezing an account, and releasing it."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.errors import InvalidInput
from services.values.standing import Freeze
from ui import bidi, clock, date_text, messages, privacy, theme
from ui.components.standing.account_choice import AccountChoice
from ui.components.standing.reason_field import ReasonField
from ui.components.standing.standing_form import StandingForm
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.busy_button import BusyButton
from ui.widgets.date_edit import DateEdit
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from services.bank import Services
    from services.values.customers import CustomerAccount
    from ui.preferences import Preferences

_RELEASE, _FREEZE = "release", "freeze"
_WITHOUT_END, _UNTIL_DAY = "open", "day"


class FreezeForm(StandingForm):
    """Stops debits, credits or both, for a reason, until a day or until released; ends a freeze."""

    places: Mapping[str, str] = {
        "reason_invalid": "reason",
        "freeze_invalid": "until",
        "date_invalid": "until",
    }

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__("freeze", services, preferences, parent)
        self._account = AccountChoice("freeze.account")
        self._mode = Segments(
            "freeze.mode",
            ((_RELEASE, self.tr("Release")), (_FREEZE, self.tr("Freeze anew"))),
        )
        self._mode.setAccessibleName(self.tr("Release, or freeze anew"))
        self._what = Segments(
            "freeze.what",
            (
                (Freeze.DEBITS.value.lower(), self.tr("Debits")),
                (Freeze.CREDITS.value.lower(), self.tr("Credits")),
                (Freeze.ALL.value.lower(), self.tr("Both")),
            ),
        )
        self._consequence = label("", "caption", wraps=True)
        self._consequence.setObjectName("freeze.consequence")
        self._until = Segments(
            "freeze.until",
            ((_WITHOUT_END, self.tr("Until released")), (_UNTIL_DAY, self.tr("Until a day"))),
        )
        self._day = DateEdit()
        self._day.setObjectName("freeze.day")
        self._day.setAccessibleName(self.tr("Last day of the freeze"))
        self._reason = ReasonField("freeze.reason", ())
        self._submit = BusyButton("", self.tr("One moment…"))
        self._submit.setObjectName("freeze.submit")
        self._submit.setAutoDefault(True)
        self._lay_out()
        self._connect()
        self._on_account()

    @property
    def title(self) -> str:
        """What the panel is headed with."""
        return self.tr("Freeze or release")

    def refresh(self, accounts: tuple[CustomerAccount, ...]) -> None:
        """Show how the accounts stand now, keeping what was typed."""
        super().refresh(accounts)
        self._account.show_accounts(accounts, masked=privacy.amounts_hidden(self._preferences))

    def clear(self) -> None:
        """Forget what was typed."""
        super().clear()
        self._reason.clear()
        self._day.clear()
        self._what.choose(Freeze.DEBITS.value.lower())
        self._until.choose(_WITHOUT_END)

    def choose(self, account_id: UUID) -> None:
        """Be about one of the accounts."""
        self._account.choose(account_id)

    def focus_first(self) -> None:
        """Have focus go to the account."""
        self._account.picker.setFocus()

    # Building

    def _lay_out(self) -> None:
        self.add_field("account", self.tr("&Account"), self._account, focused=self._account.picker)
        self.column.addWidget(self._mode)
        self._freezing = QWidget()
        column = QVBoxLayout(self._freezing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        for words, choice in (
            (self.tr("&What is stopped"), self._what),
            (self.tr("&How long"), self._until),
        ):
            # Alt goes to what is chosen, like Tab.
            column.addWidget(field_label(words, choice.buttons[0]))
            choice.setAccessibleName(words.replace("&", ""))
            column.addWidget(choice)
        column.addWidget(self._day)
        error = InlineError(self._day)
        error.setObjectName("freeze.until.error")
        self._errors["until"] = error
        column.addWidget(error)
        self.column.addWidget(self._freezing)
        self.column.addWidget(self._consequence)
        self.column.addSpacing(theme.Spacing.XS)
        self.add_field("reason", self.tr("&Reason"), self._reason, focused=self._reason.edit)
        self.finish(self._submit)

    def _connect(self) -> None:
        self._account.picked.connect(self._on_account)
        for choice in (self._mode, self._what, self._until):
            choice.chosen.connect(self._on_choice)
        self._day.textEdited.connect(self._errors["until"].clear)
        self._day.entered.connect(self._submit.click)
        self._reason.edit.textEdited.connect(self._errors["reason"].clear)
        self._reason.edit.returnPressed.connect(self._submit.click)
        self._submit.clicked.connect(self._on_submit)

    # What happens

    @property
    def _releases(self) -> bool:
        """An end is to be made of the freeze, rather than another one put in its place."""
        chosen = self._account.chosen
        is_frozen = chosen is not None and chosen.account.frozen is not None
        return is_frozen and self._mode.value == _RELEASE

    @property
    def _kind(self) -> Freeze:
        return Freeze(self._what.value.upper())

    def _on_account(self) -> None:
        chosen = self._account.chosen
        self._mode.setVisible(chosen is not None and chosen.account.frozen is not None)
        self._submit.setEnabled(chosen is not None and not self._submit.is_busy)
        self._on_choice()

    def _on_choice(self) -> None:
        releases = self._releases
        self._freezing.setVisible(not releases)
        self._day.setVisible(self._until.value == _UNTIL_DAY)
        words = _RELEASED if releases else _STOPPED[self._kind]
        self._consequence.setText(QCoreApplication.translate("FreezeForm", words))
        usual = _REASONS_TO_RELEASE if releases else _REASONS_TO_FREEZE
        self._reason.offer([QCoreApplication.translate("FreezeForm", each) for each in usual])
        self._submit.set_idle_text(self.tr("Re&lease") if releases else self.tr("&Freeze"))
        self.clear_errors()

    def _on_submit(self) -> None:
        chosen = self._account.chosen
        if chosen is None or self._is_asking:
            return
        account_id, reason = chosen.account.id, self._reason.text
        standing = self._services.standing
        if self._releases:
            self.send(
                self._submit,
                lambda: standing.release(account_id=account_id, reason=reason),
                lambda _nothing: self._on_done(chosen, self.tr("{account} is no longer frozen.")),
            )
            return
        try:
            until = self._end_of_freeze()
        except InvalidInput as error:
            self.clear_errors()
            self.tell(error)
            return
        what = self._kind
        self.send(
            self._submit,
            lambda: standing.freeze(account_id=account_id, what=what, reason=reason, until=until),
            lambda _nothing: self._on_done(chosen, self.tr("{account} is frozen.")),
        )

    def _end_of_freeze(self) -> datetime | None:
        """Return the last moment of the day that is typed. Raises InvalidInput about the field."""
        if self._until.value == _WITHOUT_END:
            return None
        day = self._day.day()
        if day is None:
            raise InvalidInput("date_invalid", field="until")
        if day < date_text.local(clock.now()).date():
            raise InvalidInput("freeze_invalid", field="until", is_past=True)
        return datetime.combine(day, time.max).astimezone()

    def _on_done(self, chosen: CustomerAccount, words: str) -> None:
        self.clear()
        name = chosen.account.name or self.tr("The account")
        messages.info(words.format(account=bidi.own(name)))
        self.done.emit()
        self.closed.emit()


#: lupdate finds these because the context is written out.
_STOPPED = {
    Freeze.DEBITS: QT_TRANSLATE_NOOP(
        "FreezeForm",
        "Nothing can be paid from this account, also not in cash. Money can still come in. The customer is"
        " told that it is frozen, not why.",
    ),
    Freeze.CREDITS: QT_TRANSLATE_NOOP(
        "FreezeForm",
        "Nobody can pay into this account, also not in cash. Money can still go out. The customer is told"
        " that it is frozen, not why.",
    ),
    Freeze.ALL: QT_TRANSLATE_NOOP(
        "FreezeForm",
        "Nothing can be paid from this account or into it, also not in cash. The customer is told that it"
        " is frozen, not why.",
    ),
}
_RELEASED = QT_TRANSLATE_NOOP(
    "FreezeForm",
    "The account can be paid from and into as before. The customer is told that it is no longer frozen.",
)
_REASONS_TO_FREEZE = (
    QT_TRANSLATE_NOOP("FreezeForm", "At the customer's request"),
    QT_TRANSLATE_NOOP("FreezeForm", "Suspected fraud"),
    QT_TRANSLATE_NOOP("FreezeForm", "Court order"),
    QT_TRANSLATE_NOOP("FreezeForm", "The customer has died"),
)
_REASONS_TO_RELEASE = (
    QT_TRANSLATE_NOOP("FreezeForm", "At the customer's request"),
    QT_TRANSLATE_NOOP("FreezeForm", "Identity checked"),
    QT_TRANSLATE_NOOP("FreezeForm", "Suspicion not confirmed"),
    QT_TRANSLATE_NOOP("FreezeForm", "Court order lifted"),
)
