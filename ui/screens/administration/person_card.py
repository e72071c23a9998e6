"""One person: who it is, what they may do, and what an administrator does about their access."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from services.values.people import Role
from ui import bidi, date_text, theme
from ui.once import Once
from ui.screens.administration import role_words
from ui.screens.administration.ask_strip import AskStrip
from ui.widgets.badge import Badge
from ui.widgets.button import button
from ui.widgets.card import Card, hairline
from ui.widgets.labels import Label, label
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.errors import InstaPayError
    from services.people import PeopleService
    from services.values.customers import CustomerIdentity
    from ui.widgets.button import ButtonRole


#: Both edges of a box around its tick.
_FRAME = 2


@dataclass(frozen=True, slots=True)
class Act:
    """What was agreed to: the call, what to say once it is done, and whose it is.

    A call that makes a one-time password returns it. It may be called again: it is made once.
    """

    call: Callable[[], str | None]
    done: str
    full_name: str
    email: str


class PersonCard(Card):
    """Each change is asked about in place, with what follows from it.

    Signals:
        wanted(Act): somebody has agreed to a change.
        asked(): the strip has come up, or says more.

    Attributes:
        strip: what is asked, while something is.

    """

    wanted = Signal(object)
    asked = Signal()

    def __init__(self, people: PeopleService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._person: CustomerIdentity | None = None
        self._act: Callable[[str], Act] | None = None
        #: What was agreed to in the strip as it stands.
        self._agreed: Act | None = None
        self._name = label("", "heading", wraps=True)
        self._name.setObjectName("administration.person")
        self._email = label("", "muted", wraps=True)
        self._state = label("", "caption", wraps=True)
        self._state.setObjectName("administration.person.state")
        self._badges = [
            Badge(self.tr("Locked"), Tone.DANGER, "lock"),
            Badge(self.tr("Paused"), Tone.WARN, "clock"),
            Badge(self.tr("One-time password"), Tone.WARN),
        ]
        self._own = label(
            self.tr("This is you. Nobody changes their own rights; ask another administrator."),
            "muted",
            wraps=True,
        )
        self._own.setObjectName("administration.person.own")
        self._access = (hairline(), label(self.tr("Access"), "strong"))
        self._roles = {role: self._role_box(role) for role in Role}
        self.strip = AskStrip()
        self.strip.agreed.connect(self._on_agreed)
        self.strip.given_up.connect(self._on_given_up)
        self._began: QWidget | None = None
        self._reset = self._button(
            "administration.reset", self.tr("New one-time &password"), self._ask_reset
        )
        self._lift = self._button("administration.lift", self.tr("&Lift the pause"), self._ask_lift)
        self._lock = self._button(
            "administration.lock", self.tr("L&ock …"), self._ask_lock, "danger"
        )
        self._unlock = self._button("administration.unlock", self.tr("&Unlock"), self._ask_unlock)
        self._reset_hint = label(
            self.tr("A customer gets a new password from a teller or supervisor."),
            "caption",
            wraps=True,
        )
        self._lay_out()

    def show_person(self, person: CustomerIdentity, *, is_own: bool) -> None:
        """Show somebody; what was asked about somebody else is asked no longer."""
        is_new = self._person is None or self._person.user_id != person.user_id
        self._person = person
        if is_new:
            self._agreed = None
            self.strip.finish()
        self._name.setText(bidi.own(person.full_name))
        self._email.setText(bidi.ltr(person.email))
        self._show_state(person)
        self._own.setVisible(is_own)
        for part in self._access:
            part.setVisible(not is_own)
        for role, box in self._roles.items():
            box.setEnabled(not is_own)
            box.setChecked(role in person.roles)
        is_locked = person.locked_at is not None
        is_customer = person.roles == {Role.CUSTOMER}
        for made, is_shown in (
            (self._reset, not is_customer and not is_own),
            (self._lift, person.paused_until is not None and not is_own),
            (self._lock, not is_locked and not is_own),
            (self._unlock, is_locked and not is_own),
        ):
            made.setVisible(is_shown)
        self._reset_hint.setVisible(is_customer)

    def wait(self) -> None:
        """Show that the bank is asked."""
        self.strip.wait()

    def finish(self, act: Act) -> None:
        """Show that it is done; what is asked by now instead stays."""
        if act is self._agreed:
            self._agreed = None
            self.strip.finish()
            self._go_back()

    def tell(self, act: Act, error: InstaPayError) -> bool:
        """Say what the bank has against it; false where something else is asked by now."""
        if act is not self._agreed:
            return False
        self._agreed = None
        self.strip.tell(error)
        self.asked.emit()
        return True

    # Building

    def _role_box(self, role: Role) -> QCheckBox:
        box = QCheckBox(role_words.name(role))
        box.setObjectName(f"administration.role.{role.value.lower()}")
        box.setToolTip(role_words.may(role))
        box.clicked.connect(partial(self._ask_role, role))
        return box

    def _button(
        self, name: str, text: str, ask: Callable[[], None], role: ButtonRole = "plain"
    ) -> QPushButton:
        made = button(text, role)
        made.setObjectName(name)
        made.clicked.connect(ask)
        return made

    def _lay_out(self) -> None:
        badges = QHBoxLayout()
        badges.setSpacing(theme.Spacing.S)
        for badge in self._badges:
            badges.addWidget(badge)
        badges.addStretch()
        self._stack(self._name, self._email)
        self.body.addLayout(badges)
        self._stack(self._state, self._own, hairline())
        self.body.addWidget(label(self.tr("Roles"), "strong"))
        for role, box in self._roles.items():
            self.body.addLayout(_with_hint(box, label(role_words.may(role), "caption", wraps=True)))
        self._stack(self.strip, *self._access)
        self._stack(self._reset_hint, self._reset, self._lift, self._lock, self._unlock)
        self.body.addStretch()

    def _stack(self, *parts: QWidget) -> None:
        for part in parts:
            self.body.addWidget(part)

    def _show_state(self, person: CustomerIdentity) -> None:
        facts = (person.locked_at, person.paused_until, person.must_change_password or None)
        for badge, fact in zip(self._badges, facts, strict=True):
            badge.setVisible(fact is not None)
        if person.locked_at is not None:
            told = self.tr("Locked since {when}: {reason}").format(
                when=bidi.ltr(date_text.moment_text(person.locked_at)),
                reason=bidi.own(person.locked_reason or ""),
            )
        elif person.paused_until is not None:
            told = self.tr("Too many wrong passwords: the next try counts at {when}.").format(
                when=bidi.ltr(date_text.time_of_day(person.paused_until))
            )
        else:
            when = bidi.ltr(date_text.calendar_day(person.joined_at))
            told = self.tr("Here since {when}").format(when=when)
        self._state.setText(told)

    # Asking

    def _ask(
        self, text: str, yes: str, act: Callable[[str], Act], *, needs_reason: bool = False
    ) -> None:
        self._began = self.window().focusWidget()
        self._act = act
        self._agreed = None
        self.strip.ask(text, yes, needs_reason=needs_reason)
        self.asked.emit()

    def _ask_role(self, role: Role) -> None:
        person = self._shown
        checked = self._roles[role].isChecked()
        # It stands as it is until the bank has changed it.
        self._roles[role].setChecked(not checked)
        change = self._people.grant_role if checked else self._people.revoke_role

        def act(_reason: str) -> Act:
            done = self.tr("The roles of {name} are changed.")
            return self._made(lambda: change(user_id=person.user_id, role=role), done)

        yes = self.tr("Give it") if checked else self.tr("Take it away")
        self._ask(role_words.question(person.full_name, role, granted=checked), yes, act)

    def _ask_lock(self) -> None:
        def act(reason: str) -> Act:
            done = self.tr("{name} is locked, and signed out everywhere.")
            user_id = self._shown.user_id
            return self._made(lambda: self._people.lock(user_id=user_id, reason=reason), done)

        text = self.tr(
            "Lock {name}? All their windows are signed out at once, and their password opens none until"
            " somebody unlocks them. They are not told why."
        )
        self._ask(self._named(text), self.tr("Lock"), act, needs_reason=True)

    def _ask_unlock(self) -> None:
        def act(_reason: str) -> Act:
            user_id = self._shown.user_id
            done = self.tr("{name} is unlocked.")
            return self._made(lambda: self._people.unlock(user_id=user_id), done)

        text = self.tr("Unlock {name}? They sign in again with the password they have.")
        self._ask(self._named(text), self.tr("Unlock"), act)

    def _ask_lift(self) -> None:
        def act(_reason: str) -> Act:
            user_id = self._shown.user_id
            done = self.tr("{name} can try again at once.")
            return self._made(lambda: self._people.lift_lockout(user_id=user_id), done)

        text = self.tr("Let {name} try again at once? Be sure that it is {name} who asks.")
        self._ask(self._named(text), self.tr("Lift the pause"), act)

    def _ask_reset(self) -> None:
        def act(_reason: str) -> Act:
            user_id = self._shown.user_id
            done = self.tr("{name} has a new one-time password, and is signed out everywhere.")
            return self._made(lambda: self._people.reset_password(user_id=user_id), done)

        text = self.tr(
            "Give {name} a new one-time password? The one of before opens nothing any more, and all their"
            " windows are signed out at once."
        )
        self._ask(self._named(text), self.tr("New password"), act)

    @property
    def _shown(self) -> CustomerIdentity:
        assert self._person is not None
        return self._person

    def _named(self, text: str) -> str:
        return text.format(name=bidi.own(self._shown.full_name))

    def _made(self, call: Callable[[], str | None], done: str) -> Act:
        return Act(Once(call), self._named(done), self._shown.full_name, self._shown.email)

    def _on_agreed(self, reason: str) -> None:
        if self._act is not None:
            agreed = self._agreed = self._act(reason)
            self.wanted.emit(agreed)

    def _on_given_up(self) -> None:
        self._act = None
        self._go_back()

    def _go_back(self) -> None:
        """Let focus be where it was before the question."""
        began, self._began = self._began, None
        if began is not None and began.isVisible():
            began.setFocus()


def _with_hint(box: QCheckBox, hint: Label) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(box)
    inset = QHBoxLayout()
    # Below the words of the box, not below its tick.
    inset.setContentsMargins(theme.Control.ICON_SMALL + theme.Spacing.S + _FRAME, 0, 0, 0)
    inset.addWidget(hint)
    column.addLayout(inset)
    return column
