"""Approving and declining, in place: one choice, then one press of Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import error_text, theme
from ui.screens.approvals import words
from ui.widgets.banner import Banner
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from services.values.approvals import WaitingApproval

Verb = Literal["approve", "decline", "cancel"]
MAX_REASON = 200
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class OnceButton(BusyButton):
    """Moves money: a key that is held down presses it no second time, nor at all."""

    def __init__(self, text: str, busy_text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, busy_text, parent)
        self.setAutoDefault(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass over what the keyboard repeats by itself."""
        if event.key() in _ENTER and event.isAutoRepeat():
            return
        super().keyPressEvent(event)


class Deciding(QWidget):
    """Offers both ways for what is chosen; each opens its own question here, and Esc closes that.

    Signals:
        approve_wanted(), cancel_wanted(): somebody has confirmed that.
        decline_wanted(str): for this reason.
        left(): a question was closed, or there is nothing to decide; focus belongs elsewhere.

    """

    approve_wanted = Signal()
    cancel_wanted = Signal()
    decline_wanted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: WaitingApproval | None = None
        self._error = InlineError()
        self._error.setObjectName("approvals.error")
        self._own = Banner(Tone.ACCENT)
        self._own.setObjectName("approvals.own")
        self._choice = self._make_choice()
        self._approving = self._make_approving()
        self._declining = self._make_declining()
        self._cancelling = self._make_cancelling()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        column.addWidget(self._own)
        for page in self._pages:
            column.addWidget(page)
        column.addWidget(self._error)
        self._show(self._choice)

    @property
    def _pages(self) -> tuple[QWidget, ...]:
        return (self._choice, self._approving, self._declining, self._cancelling)

    @property
    def _buttons(self) -> tuple[BusyButton, ...]:
        return (self._approve_now, self._decline_now, self._cancel_now)

    @property
    def waiting(self) -> WaitingApproval | None:
        """What it is about."""
        return self._waiting

    @property
    def asked(self) -> WaitingApproval | None:
        """What a question is open about; None while there is only the choice."""
        return None if self._page is self._choice else self._waiting

    @property
    def is_busy(self) -> bool:
        """The decision that is shown is on its way."""
        return any(each.is_busy for each in self._buttons)

    # Building

    def _make_choice(self) -> QWidget:
        self._approve = button(self.tr("&Approve…"), "primary")
        self._approve.setObjectName("approvals.approve")
        self._approve.clicked.connect(self.begin_approving)
        self._decline = button(self.tr("&Decline…"))
        self._decline.setObjectName("approvals.decline")
        self._decline.clicked.connect(self.begin_declining)
        self._cancel = button(self.tr("&Take it back…"))
        self._cancel.setObjectName("approvals.cancel")
        self._cancel.clicked.connect(self.begin_cancelling)
        self._hint = label(
            self.tr("A approves and D declines what is chosen."), "caption", wraps=True
        )
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        column.addLayout(_row(self._approve, self._decline))
        column.addWidget(self._cancel)
        column.addWidget(self._hint)
        return page

    def _make_approving(self) -> QWidget:
        self._question = label("", wraps=True)
        self._question.setObjectName("approvals.question")
        self._approve_now = OnceButton(self.tr("&Approve now"), self.tr("Approving…"))
        self._approve_now.setObjectName("approvals.approve_now")
        self._approve_now.clicked.connect(self.approve_wanted)
        return self._asking(self._question, (), self._approve_now, "approving")

    def _make_declining(self) -> QWidget:
        self._reason = LeadingEdit()
        self._reason.setObjectName("approvals.reason")
        self._reason.setMaxLength(MAX_REASON)
        self._reason.returnPressed.connect(self._on_decline)
        self._reason_error = InlineError(self._reason)
        self._reason_error.setObjectName("approvals.reason.error")
        self._decline_now = OnceButton(self.tr("&Decline"), self.tr("Declining…"))
        theme.mark(self._decline_now, role="danger")
        self._decline_now.setObjectName("approvals.decline_now")
        self._decline_now.clicked.connect(self._on_decline)
        why = field_label(self.tr("&Why? Who made it reads this."), self._reason)
        return self._asking(why, (self._reason, self._reason_error), self._decline_now, "declining")

    def _make_cancelling(self) -> QWidget:
        ask = label(
            self.tr("Take it back? The money that is held for it is free again."), wraps=True
        )
        self._cancel_now = OnceButton(self.tr("&Take it back"), self.tr("Taking it back…"))
        theme.mark(self._cancel_now, role="danger")
        self._cancel_now.setObjectName("approvals.cancel_now")
        self._cancel_now.clicked.connect(self.cancel_wanted)
        return self._asking(ask, (), self._cancel_now, "cancelling")

    def _asking(
        self, ask: QWidget, fields: tuple[QWidget, ...], yes: QPushButton, name: str
    ) -> QWidget:
        """Return a question with a way back; that stands where the first choice stood."""
        back = button(self.tr("&Back"))
        back.setObjectName(f"approvals.{name}.back")
        back.clicked.connect(self.leave)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        for part in (ask, *fields):
            column.addWidget(part)
        column.addLayout(_row(back, yes))
        return page

    # What it is about

    def show_for(self, waiting: WaitingApproval | None) -> None:
        """Be about something; a question that is open about the same one stays open."""
        is_same = (
            waiting is not None and self._waiting is not None and waiting.id == self._waiting.id
        )
        self._waiting = waiting
        if waiting is None:
            self.reset()
            return
        self._question.setText(words.question(waiting))
        for each in (self._approve, self._decline):
            each.setEnabled(not waiting.is_own)
        self._hint.setVisible(not waiting.is_own)
        self._cancel.setVisible(waiting.is_made_by_caller)
        self._own.setVisible(waiting.is_own)
        if waiting.is_own:
            made = (
                self.tr("You made this.")
                if waiting.is_made_by_caller
                else self.tr("This is yours.")
            )
            self._own.say(made, self.tr("Somebody else has to decide."))
        if not is_same:
            self.reset()

    def reset(self) -> None:
        """Close any question, and forget what was typed."""
        self._reason.clear()
        self._reason_error.clear()
        self._error.clear()
        self.set_busy(busy=False)
        self._show(self._choice)

    def leave(self) -> None:
        """Close the question."""
        if self.is_busy:
            return
        self.reset()
        self.left.emit()

    def begin_approving(self) -> None:
        """Ask whether it is really to be approved; Enter says yes from there."""
        if self._may_decide():
            self._show(self._approving)
            self._approve_now.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin_declining(self) -> None:
        """Ask why."""
        if self._may_decide():
            self._show(self._declining)
            self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin_cancelling(self) -> None:
        """Ask whether what one has made is really to be taken back."""
        if self._waiting is not None and self._waiting.is_made_by_caller and not self.is_busy:
            self._show(self._cancelling)
            self._cancel_now.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_on_its_way(self, verb: Verb) -> None:
        """Show a decision about this one that was confirmed and is not answered yet."""
        self._show({
            "approve": self._approving, "decline": self._declining, "cancel": self._cancelling,
        }[verb])  # fmt: skip
        self.set_busy(busy=True)

    def set_busy(self, *, busy: bool) -> None:
        """Show that a decision is on its way."""
        for each in self._buttons:
            if not busy or each.isVisible():
                each.set_busy(busy)
        self._reason.setReadOnly(busy)

    def tell(self, sentence: str) -> None:
        """Say that it was not decided, and why; the question stays open."""
        self.set_busy(busy=False)
        self._error.tell(sentence)

    def _may_decide(self) -> bool:
        return self._waiting is not None and not self._waiting.is_own and not self.is_busy

    def _show(self, page: QWidget) -> None:
        self._page = page
        self._error.clear()
        for each in self._pages:
            each.setVisible(each is page)

    def _on_decline(self) -> None:
        if self.is_busy:
            return
        reason = self._reason.text().strip()
        if not reason:
            self._reason_error.tell(error_text.sentence_for("reason_invalid"))
            return
        self._reason_error.clear()
        self.decline_wanted.emit(reason)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close an open question at Esc; begin one by its letter."""
        begins = {Qt.Key.Key_A: self.begin_approving, Qt.Key.Key_D: self.begin_declining}
        begin = next((begins[key] for key in begins if key == event.key()), None)
        if event.key() == Qt.Key.Key_Escape and not self._choice.isVisible():
            self.leave()
        elif begin is not None and self._choice.isVisible() and not event.isAutoRepeat():
            begin()
        else:
            super().keyPressEvent(event)


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.Spacing.S)
    for part in parts:
        row.addWidget(part, 1)
    return row
