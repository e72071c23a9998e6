"""The field that names who gets the money, and shows whom the bank knows by that name."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.errors import InstaPayError, InvalidInput, SessionEnded, Unavailable, Unexpected
from ui import error_text, iban_text, tasks, theme
from ui.latin_digits import to_latin
from ui.widgets.inline_error import InlineError
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.leaving import is_left
from ui.widgets.payee_note import PayeeNote

if TYPE_CHECKING:
    from services.values.transfers import Payee

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

    Attributes:
        edit: the field itself.
        error: what is wrong with it, below it.
        payee: whom the text reaches; None until the bank has said so.

    Signals:
        changed(): `payee` is another one, or none any more.
        settled(): the bank has answered, one way or the other.
        call_failed(InstaPayError): the bank could not be asked; told in place too, except for
            the end of a session.

    """

    changed = Signal()
    settled = Signal()
    call_failed = Signal(object)

    def __init__(
        self, resolve: ResolvePayee, *, name: str, prefix: str, parent: QWidget | None = None
    ) -> None:
        """`name` is the field's object name, `prefix` its screen's."""
        super().__init__(parent)
        self._resolve = resolve
        self._progress = _Progress.NONE
        self._failure: InstaPayError | None = None
        self._complains = False
        self._insists = False
        self._task: tasks.Task | None = None
        self.payee: Payee | None = None
        self.edit = LeadingEdit()
        self.edit.setObjectName(name)
        self.edit.setMaxLength(_MAX_LENGTH)
        self.edit.setPlaceholderText(self.tr("name@instapay or IBAN"))
        self.edit.textEdited.connect(self._on_edited)
        self.edit.installEventFilter(self)
        self._note = PayeeNote(f"{prefix}.payee")
        self.error = InlineError(self.edit)
        self.error.setObjectName(f"{name}.error")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        for part in (self.edit, self._note, self.error):
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
        """Put a text in, as if it had been typed."""
        self.edit.setText(text)
        self._on_edited()

    def show_payee(self, payee: Payee) -> None:
        """Put in somebody whom the bank has named already."""
        self.edit.setText(payee.reached_by)
        self._forget()
        self._on_known(payee)

    def clear(self) -> None:
        """Empty the field."""
        self.edit.clear()
        self._forget()
        self.changed.emit()

    def insist(self) -> None:
        """Have an answer soon: `settled` follows, at once where it is known."""
        self._complains = self._insists = True
        if self._progress is _Progress.KNOWN:
            self.settled.emit()
        elif not self._typed():
            self._tell(InvalidInput("payee_missing", field="payee"), focus=True)
            self.settled.emit()
        elif self._progress is not _Progress.ASKING:
            self._ask()

    def _typed(self) -> str:
        """Return the text as the bank wants it."""
        text = self.edit.text()
        if iban_text.looks_like_iban(text):
            return iban_text.normalise(text)
        return to_latin(text).strip()

    def _on_edited(self) -> None:
        self._forget()
        self.changed.emit()
        if self._typed():
            self._pause.start()

    def _forget(self) -> None:
        """Drop the answer to what was typed before, and one on its way."""
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
        self._progress = _Progress.NONE
        self._failure = None
        self._complains = self._insists = False
        self.payee = None
        self._note.clear()
        self.error.clear()

    def _ask(self) -> None:
        self._pause.stop()
        typed = self._typed()
        self._progress = _Progress.ASKING
        self._failure = None
        self._note.wait()
        self._task = tasks.run(
            self,
            lambda: self._resolve(payee=typed),
            on_success=self._on_known,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def _on_known(self, payee: Payee) -> None:
        self._progress = _Progress.KNOWN
        self.payee = payee
        self._note.show_payee(payee)
        self.changed.emit()
        self.settled.emit()

    def _on_failure(self, error: InstaPayError) -> None:
        self._progress = _Progress.FAILED
        self._failure = error
        self._note.clear()
        self.call_failed.emit(error)
        if self._complains and not isinstance(error, SessionEnded):
            self._tell(error, focus=self._insists)
        self.settled.emit()

    def _tell(self, error: InstaPayError, *, focus: bool) -> None:
        self.error.tell(error_text.sentence(error), focus=focus)

    def _on_left(self) -> None:
        """Ask what was not asked yet; tell what was kept back while somebody typed."""
        self._complains = bool(self._typed())
        if not self._complains:
            return
        if self._progress is _Progress.FAILED and self._failure is not None:
            self._tell(self._failure, focus=False)
        elif self._progress is _Progress.NONE:
            self._ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn that the field is left (for another one, not for another window)."""
        if watched is self.edit and isinstance(event, QFocusEvent) and is_left(event):
            self._on_left()
        return super().eventFilter(watched, event)
