"""A one-time password on screen: shown once, to be printed and handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import bidi, error_text, iban_text, theme
from ui.components.paper.printing import Printing
from ui.components.standing.slip_paper import Slip, SlipPages
from ui.widgets.banner import Banner
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.facts import Facts
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import label
from ui.widgets.plate_dialog import PlateDialog, question
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from services.errors import InstaPayError

#: So many characters of an email stand on one line beside its name.
_ONE_LINE = 30


class SlipView(QWidget):
    """Name, email and the password in large letters; it is nowhere else, and in no file.

    Whoever leaves it unprinted is asked once.

    Signals:
        finished(): it is not needed any more; its password is forgotten.

    """

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slip.view")
        self._slip: Slip | None = None
        self._is_printed = False
        self._question: PlateDialog | None = None
        self._printing = Printing("slip.printer", self)
        self._note = Banner(Tone.WARN)
        self._note.setObjectName("slip.note")
        self._facts = Facts("slip")
        self._password = label("", "title", wraps=True)
        self._password.setObjectName("slip.password")
        self._error = InlineError()
        self._error.setObjectName("slip.error")
        self._print = BusyButton(self.tr("&Print the slip"), self.tr("One moment…"))
        self._print.setObjectName("slip.print")
        self._print.setAutoDefault(True)
        self._done = button(self.tr("&Done"))
        self._done.setObjectName("slip.done")
        self._lay_out()
        self.setFocusProxy(self._print)
        self._print.clicked.connect(self._on_print)
        self._done.clicked.connect(self.leave)
        self._printing.printed.connect(self._on_printed)
        self._printing.failed.connect(self._on_failed)
        self._printing.left_off.connect(lambda: self._print.set_busy(False))

    @property
    def is_open(self) -> bool:
        """A password is shown that is needed still."""
        return self._slip is not None

    def show_slip(self, slip: Slip, *, note: str = "") -> None:
        """Show a slip, in place of one before; `note` is what did not work, if anything."""
        self._slip = slip
        self._is_printed = False
        self._error.clear()
        self._note.setVisible(bool(note))
        self._note.say("", note)
        self._facts.tell("name", self.tr("Name"), bidi.own(slip.full_name), wraps=True)
        is_long = len(slip.email) > _ONE_LINE
        self._facts.tell("email", self.tr("Email"), bidi.ltr(slip.email), wraps=is_long)
        if slip.iban is None:
            self._facts.drop("iban")
        else:
            iban = bidi.ltr(iban_text.grouped(slip.iban))
            self._facts.tell("iban", self.tr("Account"), iban, wraps=True)
        self._password.setText(bidi.ltr(slip.one_time_password))
        self._password.setAccessibleName(
            self.tr("One-time password: {password}").format(password=slip.one_time_password)
        )
        self._print.set_busy(False)
        self._print.set_idle_text(self.tr("&Print the slip"))
        self._print.setFocus()

    def print_now(self) -> None:
        """Do what the Print button does: Ctrl+P was pressed."""
        self._on_print()

    def forget(self) -> None:
        """Hold the password no longer."""
        self._slip = None
        self._password.setText("")
        self._password.setAccessibleName("")

    def leave(self) -> None:
        """Have it away; where it was not printed, ask first."""
        if self._slip is None or self._is_printed:
            self._finish()
            return
        if self._question is not None:
            return
        asked = question(
            self.tr("Leave it unprinted?"),
            self.tr(
                "The password is shown this once. If the customer has not written it down, they need"
                " another one."
            ),
            self.tr("&Leave it"),
            name="slip.leaving",
            parent=self,
        )
        asked.accepted.connect(self._finish)
        asked.finished.connect(self._on_answered)
        self._question = asked
        asked.open()

    # Building

    def _lay_out(self) -> None:
        told = label(
            self.tr(
                "Shown this once. Hand it over on paper: it opens nothing but the choice of a password"
                " of one's own."
            ),
            "muted",
            wraps=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        column.addWidget(self._note)
        column.addWidget(self._facts)
        column.addSpacing(theme.Spacing.S)
        column.addWidget(label(self.tr("One-time password"), "muted"))
        column.addWidget(self._password)
        column.addWidget(told)
        column.addSpacing(theme.Spacing.S)
        for part in (self._error, self._print, self._done):
            column.addWidget(part)
        column.addStretch()

    # What happens

    def _on_print(self) -> None:
        slip = self._slip
        if slip is None or self._print.is_busy:
            return
        self._error.clear()
        self._print.set_busy(True)
        self._printing.begin(
            lambda sheet: SlipPages(slip, sheet),
            title=self.tr("First sign-in"),
            is_rtl=self.isRightToLeft(),
        )

    def _on_printed(self) -> None:
        self._is_printed = True
        self._print.set_busy(False)
        self._print.set_idle_text(self.tr("&Print it again"))
        self._done.setFocus()

    def _on_failed(self, error: InstaPayError) -> None:
        self._print.set_busy(False)
        self._error.tell(error_text.sentence_for(error.code, {**error.data, "on_paper": True}))

    def _on_answered(self) -> None:
        self._question = None

    def _finish(self) -> None:
        self.forget()
        self.finished.emit()

    # Qt's own

    def event(self, event: QEvent) -> bool:
        """Take Esc before it closes what the slip stands in."""
        is_key = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and self.is_open and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined] # told above
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.leave()
            return
        super().keyPressEvent(event)
