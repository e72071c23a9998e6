"""The field that names who gets the money, and shows whom the bank knows by that name."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.errors import InstaPayError, InvalidInput, SessionEnded, Unavailable, Unexpected
from ui import bidi, counterparty_text, error_text, iban_text, payee_choices, tasks, theme
from ui.latin_digits import to_latin
from ui.widgets.choice_popup import ChoicePopup
from ui.widgets.inline_error import InlineError
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.leaving import is_left
from ui.widgets.payee_note import PayeeNote

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from services.values.accounts import Account
    from services.values.transfers import Payee
    from ui.payee_choices import Choice

#: So long a pause ends a word: ask the bank then, not at each letter.
PAUSE_MS = 400
_DEADLINE_S = 10.0
#: Longer than any address and any IBAN with blanks; the rest of a paste is cut off.
_MAX_LENGTH = 120


class ResolvePayee(Protocol):
    """`services.payees.resolve`: blocks, raises `services.errors`."""

    def __call__(self, *, payee: str) -> Payee:
        """Return whom an exact IBAN or payment address reaches."""


class _Progress(Enum):
    """How far the bank's answer about the text is."""

    NONE = auto()
    ASKING = auto()
    KNOWN = auto()
    FAILED = auto()


class PayeeField(QWidget):
    """Asks the bank after a pause in typing; complains only once the field is left.

    Who is known already (`show_choices`) is offered while somebody types, and needs no question. A
    stranger is found by a whole address or IBAN only, and a name is never sent.

    Attributes:
        edit: the field itself.
        error: what is wrong with it, below it.
        note: what shows the name to confirm.
        payee: whom the text reaches; None until the bank has said so, or a choice was taken.
        choice: where the payee is known from; None for one that the bank was asked for.
        payer: the account that would pay: own accounts that it cannot pay are not offered.

    Signals:
        changed(): `payee` is another one, or none any more.
        call_failed(InstaPayError): the bank could not be asked; told in place too, except for
            the end of a session.
        add_wanted(Payee): this one is to be kept among the contacts.
        entered(): somebody has typed here or taken a choice, unlike what a screen puts in.

    """

    changed = Signal()
    call_failed = Signal(object)
    add_wanted = Signal(object)
    entered = Signal()

    def __init__(
        self,
        resolve: ResolvePayee,
        *,
        name: str,
        prefix: str,
        keeps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is the field's object name, `prefix` its screen's; `keeps` offers to add contacts."""
        super().__init__(parent)
        self._resolve = resolve
        self._progress = _Progress.NONE
        self._failure: InstaPayError | None = None
        self._complains = False
        #: What goes on by itself once the payee is known.
        self._then: Callable[[], object] | None = None
        #: Put in by a screen, not typed.
        self._is_given = False
        self._task: tasks.Task | None = None
        self.payee: Payee | None = None
        self.choice: Choice | None = None
        self.payer: Account | None = None
        self._choices: tuple[Choice, ...] = ()
        #: Who is to be chosen as soon as choices are there: a draft's.
        self._awaited: UUID | None = None
        self._popup: ChoicePopup | None = None
        self.edit = LeadingEdit()
        self.edit.setObjectName(name)
        self.edit.setMaxLength(_MAX_LENGTH)
        self.edit.setPlaceholderText(self.tr("name@instapay or IBAN"))
        self.edit.textEdited.connect(self._on_edited)
        self.edit.installEventFilter(self)
        adds = f"{prefix}.add_contact" if keeps else ""
        self.note = PayeeNote(f"{prefix}.payee", adds=adds)
        self.note.add_wanted.connect(lambda: self.add_wanted.emit(self.payee))
        self.error = InlineError(self.edit)
        self.error.setObjectName(f"{name}.error")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        for part in (self.edit, self.note, self.error):
            column.addWidget(part)
        self.setFocusProxy(self.edit)

    @property
    def is_asking(self) -> bool:
        """The bank's answer is awaited."""
        return self._progress is _Progress.ASKING

    @property
    def refusal(self) -> InstaPayError | None:
        """Why the bank will not take what is typed; None where asking again may help."""
        return None if isinstance(self._failure, Unavailable | Unexpected) else self._failure

    def text(self) -> str:
        """Return what is typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text in, as if it had been typed, and ask about it; nothing is offered."""
        self.edit.setText(text)
        self._read()

    def show_payee(self, payee: Payee) -> None:
        """Put in somebody whom the bank has named already."""
        known = payee_choices.chosen(self._choices, payee.account_id)
        if known is not None:
            self.take(known)
            return
        name = counterparty_text.shown(payee.masked_name)
        self.edit.setText(payee.reached_by or bidi.plain(name))
        self._forget()
        self._is_given = True
        self._on_known(payee)

    def show_choices(self, choices: tuple[Choice, ...], *, complete: bool) -> None:
        """Offer these from now on; who is in the field already goes by what they say now."""
        self._choices = choices
        if self._awaited is not None:
            self._take_awaited(self._awaited, complete=complete)
        elif self.payee is not None:
            known = payee_choices.known_as(choices, self.payee)
            if known is not None and self._is_given:
                self.take(known)
            elif known != self.choice:
                self.choice = known
                self.note.show_payee(self.payee, known)

    def take(self, choice: Choice) -> None:
        """Put in somebody who is known."""
        self._dismiss()
        self.edit.setText(choice.name)
        self._forget()
        self.choice = choice
        self._on_known(choice.payee)

    def await_known(self, account_id: UUID, text: str) -> None:
        """Put in whom `known_id` named once, as soon as choices are there, and `text` until then."""
        self.edit.setText(text)
        self._forget()
        self._awaited = account_id
        self._take_awaited(account_id, complete=False)

    def _take_awaited(self, account_id: UUID, *, complete: bool) -> None:
        known = payee_choices.chosen(self._choices, account_id)
        if known is not None:
            self.take(known)
        elif complete:
            # Not known any more: it goes by what stands there, as if it had been typed.
            self.set_text(self.edit.text())

    @property
    def known_id(self) -> UUID | None:
        """The account of a payee who needs no question; None for a typed one."""
        return self._awaited if self.choice is None else self.choice.payee.account_id

    def warn_of_first_payment(self) -> None:
        """Say that this payee was never paid before."""
        if self.payee is not None:
            self.note.warn_of_first_payment(self.payee, self.choice)

    def clear(self) -> None:
        """Empty the field."""
        self.edit.clear()
        self._forget()
        self.changed.emit()

    def insist(self, then: Callable[[], object]) -> None:
        """Have the payee known soon and go on with `then`; say what is wrong where that cannot be.

        Whatever is changed meanwhile, here or where `relent` tells of it, is not what was meant: then
        nothing goes on by itself.
        """
        self._complains = True
        if self._progress is _Progress.KNOWN:
            then()
        elif not self._typed():
            self._tell(InvalidInput("payee_missing", field="payee"), focus=True)
        else:
            self._then = then
            if self._progress is not _Progress.ASKING:
                self._ask()

    def relent(self) -> None:
        """Go on with nothing by itself any more."""
        self._then = None

    def _typed(self) -> str:
        """Return the text as the bank wants it."""
        text = self.edit.text()
        if iban_text.looks_like_iban(text):
            return iban_text.normalise(text)
        return to_latin(text).strip()

    def _on_edited(self) -> None:
        self.entered.emit()
        self._offer()
        self._read()

    def _read(self) -> None:
        self._forget()
        own = payee_choices.exactly(self._own(), self.edit.text())
        if own is not None and not payee_choices.is_name(self.edit.text()):
            # What reaches an own account is known without asking.
            self.choice = own
            self._dismiss()
            self._on_known(own.payee)
            return
        self.changed.emit()
        if self._typed() and not payee_choices.is_name(self.edit.text()):
            self._pause.start()

    def _own(self) -> tuple[Choice, ...]:
        return tuple(each for each in self._choices if each.texts)

    def _offer(self) -> None:
        """Show who fits what is typed; nobody is taken by Enter for a half typed address."""
        typed = self.edit.text()
        if not typed.strip():
            self._dismiss()
            return
        fitting = self._fitting(typed)
        self._made_popup().offer(fitting, first=payee_choices.is_name(typed))

    def _fitting(self, typed: str) -> tuple[Choice, ...]:
        return payee_choices.matching(payee_choices.payable(self._choices, self.payer), typed)

    def _made_popup(self) -> ChoicePopup:
        if self._popup is None:
            self._popup = ChoicePopup(self.edit, f"{self.edit.objectName()}.choices")
            self._popup.picked.connect(self._on_picked)
        return self._popup

    def _dismiss(self) -> None:
        if self._popup is not None:
            self._popup.dismiss()

    def _on_picked(self, choice: Choice) -> None:
        self.entered.emit()
        self.take(choice)
        self.edit.setFocus()

    def _forget(self) -> None:
        """Drop the answer to what was typed before, and one on its way."""
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
        self._progress = _Progress.NONE
        self._failure = None
        self._complains = self._is_given = False
        self._then = None
        self.payee = self.choice = self._awaited = None
        self.note.clear()
        self.error.clear()

    def _ask(self) -> None:
        self._pause.stop()
        typed = self._typed()
        if payee_choices.is_name(typed):
            self._settle_name(typed)
            return
        self._progress = _Progress.ASKING
        self._failure = None
        self.note.wait()
        self._task = tasks.run(
            self,
            lambda: self._resolve(payee=typed),
            on_success=self._on_known,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def _settle_name(self, typed: str) -> None:
        """Take who is known by that very name; the bank knows nobody by name."""
        known = payee_choices.exactly(self._choices, typed)
        if known is not None:
            complains, then = self._complains, self._then
            self.take(known)
            self._complains = complains
            if then is not None:
                then()
            return
        self._on_failure(InvalidInput("payee_not_chosen", field="payee"))

    def _on_known(self, payee: Payee) -> None:
        self._progress = _Progress.KNOWN
        self.payee = payee
        if self.choice is None:
            self.choice = payee_choices.known_as(self._choices, payee)
        self.note.show_payee(payee, self.choice)
        then, self._then = self._then, None
        self.changed.emit()
        if then is not None:
            then()

    def _on_failure(self, error: InstaPayError) -> None:
        self._progress = _Progress.FAILED
        self._failure = error
        insists, self._then = self._then is not None, None
        self.note.clear()
        if not isinstance(error, InvalidInput):
            self.call_failed.emit(error)
        if self._complains and not isinstance(error, SessionEnded):
            self._tell(error, focus=insists)

    def _tell(self, error: InstaPayError, *, focus: bool) -> None:
        self.error.tell(error_text.sentence(error), focus=focus)

    def _on_left(self) -> None:
        """Ask what was not asked yet; tell what was kept back while somebody typed."""
        self._dismiss()
        self._complains = bool(self._typed())
        if not self._complains:
            return
        if self._progress is _Progress.FAILED and self._failure is not None:
            self._tell(self._failure, focus=False)
        elif self._progress is _Progress.NONE:
            self._ask()

    def _on_key(self, key: int) -> bool:
        """Move in the list, take from it or close it; True where the key meant that."""
        popup = self._made_popup()
        if not popup.isVisible():
            if key != Qt.Key.Key_Down or self.edit.isReadOnly():
                return False
            typed = "" if self.payee is not None else self.edit.text()
            popup.offer(self._fitting(typed), first=True)
            return True
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key))
        if step is not None:
            popup.step(step)
        elif key == Qt.Key.Key_Escape:
            popup.dismiss()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and popup.current is not None:
            self.entered.emit()
            self.take(popup.current)
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn that the field is left (for another one, not for another window); lead the list."""
        if watched is not self.edit:
            return super().eventFilter(watched, event)
        if isinstance(event, QFocusEvent) and is_left(event):
            self._on_left()
        elif event.type() is QEvent.Type.Hide and not event.spontaneous():
            # Put away by its person, or locked away: nothing is sent from behind their back.
            self.relent()
            self._dismiss()
        elif event.type() in {QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.EnabledChange}:
            self._dismiss()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(event.key())
        return super().eventFilter(watched, event)
