"""Asks for a yes, and perhaps for a reason, in the place where a change was begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import error_text, theme
from ui.widgets.announce import announce
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.leading_edit import LeadingEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from services.errors import InstaPayError

_MAX_REASON = 200


class AskStrip(QFrame):
    """What would follow, yes and no; Esc is no. Hidden while nothing is asked.

    Once the bank is asked there is no way back: no would say that nothing is done.

    Signals:
        agreed(str): yes; with the reason, where one is asked for.
        given_up(): no.

    """

    agreed = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.mark(self, surface="banner", tone="neutral")
        self._text = label("", wraps=True)
        self._text.setObjectName("administration.ask")
        self._reason = LeadingEdit()
        self._reason.setObjectName("administration.ask.reason")
        self._reason.setMaxLength(_MAX_REASON)
        self._reason.returnPressed.connect(self._on_yes)
        self._reason_label = field_label(self.tr("Reason"), self._reason)
        self._error = InlineError()
        self._error.setObjectName("administration.ask.error")
        self._reason.textEdited.connect(self._error.clear)
        self._yes = BusyButton("", self.tr("One moment…"))
        self._yes.setObjectName("administration.ask.yes")
        self._yes.setAutoDefault(True)
        self._yes.clicked.connect(self._on_yes)
        self._no = button(self.tr("Cancel"))
        self._no.setObjectName("administration.ask.no")
        self._no.clicked.connect(self.close_it)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.Spacing.M)
        buttons.addWidget(self._yes)
        buttons.addWidget(self._no)
        buttons.addStretch()
        column = QVBoxLayout(self)
        margin = theme.Spacing.L
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.Spacing.S)
        for part in (self._text, self._reason_label, self._reason, self._error):
            column.addWidget(part)
        column.addLayout(buttons)
        self.hide()

    def ask(self, text: str, yes: str, *, needs_reason: bool = False) -> None:
        """Ask this, in place of anything before."""
        self._error.clear()
        self._set_busy(busy=False)
        self._text.setText(text)
        self._yes.set_idle_text(yes)
        self._reason.clear()
        for part in (self._reason_label, self._reason):
            part.setVisible(needs_reason)
        self.show()
        announce(self, text)
        (self._reason if needs_reason else self._no).setFocus()

    def wait(self) -> None:
        """Show that the bank is asked."""
        self._set_busy(busy=True)

    def tell(self, error: InstaPayError) -> None:
        """Say what the bank has against it."""
        self._set_busy(busy=False)
        is_about_reason = error.code == "reason_invalid"
        self._error.field = self._reason if is_about_reason else None
        self._error.tell(error_text.sentence(error))

    def close_it(self) -> None:
        """Be hidden; nothing was agreed to. Stays while the bank is asked."""
        if self._yes.is_busy:
            return
        self.finish()
        self.given_up.emit()

    def finish(self) -> None:
        """Be hidden; it is done."""
        self._set_busy(busy=False)
        self._error.clear()
        self.hide()

    def _set_busy(self, *, busy: bool) -> None:
        # First, so that focus does not come by here from the yes.
        self._no.setDisabled(busy)
        self._yes.set_busy(busy)

    def _on_yes(self) -> None:
        if not self._yes.is_busy:
            self._error.clear()
            self.agreed.emit(self._reason.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc for no."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            super().keyPressEvent(event)
