"""Asks why a customer is opened, in the place where the customer's page will be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.values.customers import OPEN_FOR
from ui import bidi, error_text, theme
from ui.latin_digits import to_latin
from ui.marking import QT_TRANSLATE_NOOP
from ui.screens.counter.key_button import KeyButton
from ui.screens.counter.key_grid import KeyGrid
from ui.widgets.banner import Banner
from ui.widgets.busy_button import BusyButton
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.leading_edit import LeadingEdit
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from services.errors import InstaPayError
    from ui.icons import IconName

#: What the log takes.
_MAX_REASON = 200
_SECONDS_IN_MINUTE = 60


class _Usual(NamedTuple):
    """A reason as the log keeps it, in English whoever opens: one who reads the log reads one language."""

    text: str
    icon: IconName


USUAL = (
    _Usual(QT_TRANSLATE_NOOP("opening_reasons", "Cash in"), "arrow-down-left"),
    _Usual(QT_TRANSLATE_NOOP("opening_reasons", "Cash out"), "arrow-up-right"),
    _Usual(QT_TRANSLATE_NOOP("opening_reasons", "Transfer"), "transfer"),
    _Usual(QT_TRANSLATE_NOOP("opening_reasons", "Question about an account"), "info"),
    _Usual(QT_TRANSLATE_NOOP("opening_reasons", "Complaint"), "warning"),
)


def shown(reason: str) -> str:
    """Return a reason as the person reads it: the usual ones in their language."""
    if any(reason == each.text for each in USUAL):
        return QCoreApplication.translate("opening_reasons", reason)
    return reason


class ReasonForm(QWidget):
    """Usual reasons by one digit each, and a field for another one.

    Signals:
        given(str): the customer is to be opened for this reason.

    """

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = label("", "title", wraps=True)
        self._name.setObjectName("counter.reason.customer")
        self._over = Banner(Tone.WARN)
        self._over.setObjectName("counter.reason.over")
        self._usual = [self._button(number) for number in range(len(USUAL))]
        self._other = LeadingEdit()
        self._other.setObjectName("counter.reason.other")
        self._other.setMaxLength(_MAX_REASON)
        self._other.textEdited.connect(self._on_edited)
        self._other.returnPressed.connect(self._on_open)
        self._open = BusyButton(self.tr("&Open"), self.tr("Opening…"))
        self._open.setObjectName("counter.reason.open")
        self._open.clicked.connect(self._on_open)
        self._error = InlineError(self._other)
        self._error.setObjectName("counter.reason.error")
        self._lay_out()

    def ask(self, full_name: str, *, is_over: bool = False) -> None:
        """Ask about somebody; `is_over` where the time for the customer has just run out."""
        self.set_busy(busy=False)
        self._error.clear()
        self._other.clear()
        self._name.setText(bidi.own(full_name))
        self._over.setVisible(is_over)
        if is_over:
            self._over.say(
                self.tr("The time for this customer is over"),
                self.tr("Say once more why, and you can go on where you were."),
            )

    def take_focus(self) -> None:
        """Have digits choose a reason."""
        self._usual[0].setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Take no other reason while the bank is asked."""
        self._open.set_busy(busy)
        for each in self._usual:
            each.setEnabled(not busy)
        self._other.setReadOnly(busy)

    def tell(self, error: InstaPayError) -> None:
        """Say why the customer was not opened."""
        self.set_busy(busy=False)
        # Only about the reason is it about the field.
        is_reason = error.code == "reason_invalid"
        self._error.field = self._other if is_reason else None
        self._error.tell(error_text.sentence(error))
        if not is_reason:
            self.take_focus()

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what Tab goes to, in reading order."""
        return (*self._usual, self._other, self._open)

    def _button(self, number: int) -> KeyButton:
        usual = USUAL[number]
        words = QCoreApplication.translate("opening_reasons", usual.text)
        made = KeyButton(words, usual.icon, str(number + 1))
        made.setObjectName(f"counter.reason.{number + 1}")
        made.clicked.connect(partial(self._give, usual.text))
        return made

    def _lay_out(self) -> None:
        minutes = round(OPEN_FOR.total_seconds()) // _SECONDS_IN_MINUTE
        other = QHBoxLayout()
        other.setSpacing(theme.Spacing.S)
        other.addWidget(self._other, 1)
        other.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        column.addWidget(self._name)
        column.addWidget(self._over)
        column.addWidget(label(self.tr("Why do you open this customer?"), "heading"))
        column.addWidget(
            label(
                self.tr(
                    "The bank keeps the reason in its log. You can then see the accounts for %n minute(s).",
                    "",
                    minutes,
                ),
                "muted",
                wraps=True,
            )
        )
        column.addSpacing(theme.Spacing.S)
        column.addWidget(KeyGrid(self._usual))
        column.addSpacing(theme.Spacing.S)
        column.addWidget(field_label(self.tr("&Another reason"), self._other))
        column.addLayout(other)
        column.addWidget(self._error)
        column.addStretch(1)

    def _on_edited(self) -> None:
        self._error.clear()

    def _on_open(self) -> None:
        reason = " ".join(self._other.text().split())
        if reason:
            self._give(reason)
            return
        self._error.field = self._other
        self._error.tell(error_text.sentence_for("reason_invalid"))

    def _give(self, reason: str) -> None:
        if self._open.is_busy:
            return
        self._error.clear()
        self.set_busy(busy=True)
        self.given.emit(reason)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the digit of a usual reason; one that is typed into the field never comes here."""
        typed = to_latin(event.text())
        if typed.isdecimal() and 1 <= int(typed) <= len(USUAL):
            self._usual[int(typed) - 1].click()
        else:
            super().keyPressEvent(event)
