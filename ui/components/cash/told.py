"""What a form at the counter tells of what was sent: receipts, what waits, what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.errors import InstaPayError, SessionEnded
from ui import messages, privacy, tasks, theme
from ui.components.cash.correct_dialog import CorrectDialog
from ui.components.cash.problems import sentence
from ui.components.cash.receipt_panel import ReceiptPanel
from ui.components.cash.waiting import WaitingPanel
from ui.components.cash.words import nothing_moved, which
from ui.components.receipt.giving import print_receipt, save_receipt
from ui.components.receipt.words import number_of
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from services.values.counter import CounterKind, CounterOutcome, CounterPayment, Slip
    from ui.components.cash.counter import Counter
    from ui.preferences import Preferences

_DEADLINE_S = 10.0


class Told(QWidget):
    """A banner, the receipt, what waits for approval, and the way back to the last receipt.

    Its property ``outcome`` is empty, ``checking``, ``refused``, ``not_made``, ``no_till`` or ``made``.

    Attributes:
        last_slip: the newest receipt of this customer; None before the first.

    Signals:
        next_wanted(): the form is to be filled in anew.
        receipt_shown(): a receipt has come into view.
        decided(): something that was sent before was approved, declined or corrected.
        till_wanted(): the teller wants to open a till.
        customer_closed(), session_ended(): as of the form.

    """

    next_wanted = Signal()
    receipt_shown = Signal()
    decided = Signal()
    till_wanted = Signal()
    customer_closed = Signal()
    session_ended = Signal()

    def __init__(
        self,
        kind: CounterKind,
        counter: Counter,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("cash.outcome")
        self._kind = kind
        self._counter = counter
        self._preferences = preferences
        self._task: tasks.Task | None = None
        self.last_slip: Slip | None = None
        #: What the receipt is of, where the bank's answer came without it.
        self._unnumbered: tuple[CounterPayment, CounterOutcome] | None = None
        self._banner = Banner(is_narrow=True)
        self._banner.button.setObjectName("cash.open_till")
        self._banner.acted.connect(self.till_wanted)
        self._receipt = ReceiptPanel(kind)
        self._waiting: list[WaitingPanel] = []
        #: What was just sent and took the form's place; not kept for later yet.
        self._current: WaitingPanel | None = None
        self._last = button("", "quiet")
        self._last.setObjectName("cash.last_receipt")
        self._last.clicked.connect(self._on_last)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.Spacing.M)
        for part in (self._banner, self._receipt, self._last):
            self._column.addWidget(part)
            part.hide()
        self._receipt.next_wanted.connect(self.next_wanted)
        self._receipt.print_wanted.connect(self.print_last)
        self._receipt.save_wanted.connect(self._on_save)
        self._receipt.correct_wanted.connect(self._on_correct)
        self._receipt.slip_wanted.connect(self._on_slip_wanted)
        self.setProperty("outcome", "")

    @property
    def outcome(self) -> str:
        """Which of its states it shows."""
        return str(self.property("outcome"))

    @property
    def text(self) -> str:
        """What its banner says."""
        return self._banner.text if self._banner.isVisible() else ""

    # Telling

    def show_made(self, order: CounterPayment, outcome: CounterOutcome) -> None:
        """Show the receipt of what was just made."""
        self.drop_banner()
        if outcome.slip is not None:
            self._show_receipt(outcome.slip)
            return
        self._unnumbered = (order, outcome)
        self.last_slip = None
        self._receipt.show_unnumbered(order, outcome)
        self._bring_receipt()

    def show_waiting(self, order: CounterPayment, slip: Slip | None) -> None:
        """Say that it waits for somebody else, and follow it."""
        self.drop_banner()
        panel = WaitingPanel(order, slip, self._counter.slip)
        panel.decided.connect(lambda: self._on_decided(panel))
        panel.receipt_wanted.connect(lambda: self._on_approved(panel))
        panel.dismissed.connect(lambda: self._drop_waiting(panel))
        panel.session_ended.connect(self.session_ended)
        self._waiting.append(panel)
        self._current = panel
        # The newest on top, where the form was.
        self._column.insertWidget(self._column.indexOf(self._receipt) + 1, panel)
        self._last.hide()
        panel.show()

    def say_checking(self, order: CounterPayment) -> None:
        """Say that nobody knows yet, and that it must not be done again."""
        self._say(
            "checking",
            Tone.WARN,
            self.tr("We don't know yet whether this was made."),
            self.tr("Don't do it again; we are checking. This resolves by itself.")
            + f"\n{which(order)}",
        )
        # While nothing else can be used, focus rests here and the words are read out.
        self._banner.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._banner.setFocus()

    def say_refused(self) -> None:
        """Say that the bank refused it; why stands beside the field it is about."""
        refused = self.tr("The bank refused this.")
        self._say("refused", Tone.DANGER, f"{refused} {nothing_moved(self._kind)}")

    def say_not_made(self) -> None:
        """Say that it never reached the bank, and never will."""
        again = self.tr("It never reached the bank. You can do it again.")
        self._say("not_made", Tone.NEUTRAL, nothing_moved(self._kind), again)

    def say_till_missing(self, error: InstaPayError) -> None:
        """Say that there is no open till, and lead to it."""
        words = sentence(error, self._kind)
        action = self.tr("Open your till")
        self._say("no_till", Tone.WARN, nothing_moved(self._kind), words, action=action)
        self._banner.button.setFocus()

    def drop_banner(self) -> None:
        """Take back what its banner says."""
        self._banner.hide()
        self._banner.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("outcome", "")

    def put_away(self) -> None:
        """Give the form its place back; what waits stays in view below."""
        self.drop_banner()
        self._receipt.hide()
        self._current = None
        self._offer_last()

    def forget_last(self) -> None:
        """Offer no receipt of another customer, not even one whose number is still asked for."""
        self.last_slip = self._unnumbered = None
        self._last.hide()
        if self._task is not None:
            self._task.cancel()

    def look(self) -> None:
        """Ask how everything stands that waits."""
        for panel in self._waiting:
            panel.look()

    def print_last(self) -> None:
        """Print the newest receipt."""
        if self.last_slip is not None:
            print_receipt(self.last_slip, self)

    # What happens

    def _show_receipt(self, slip: Slip) -> None:
        self._unnumbered = None
        self.last_slip = slip
        self._receipt.show_slip(slip, masked=privacy.amounts_hidden(self._preferences))
        self._bring_receipt()

    def _bring_receipt(self) -> None:
        self.setProperty("outcome", "made")
        self._last.hide()
        self._receipt.show()
        self._receipt.arm()
        self.receipt_shown.emit()

    def _offer_last(self) -> None:
        slip = self.last_slip
        self._last.setVisible(slip is not None)
        if slip is not None:
            words = self.tr("Last receipt {number}").format(number=number_of(slip))
            self._last.setText(words)

    def _on_last(self) -> None:
        if self.last_slip is not None:
            self._show_receipt(self.last_slip)

    def _on_decided(self, panel: WaitingPanel) -> None:
        is_made = panel.outcome == "approved"
        if is_made and panel is self._current:
            # Nobody has gone on meanwhile: its receipt is what is waited for.
            self._on_approved(panel)
        self.decided.emit()

    def _on_approved(self, panel: WaitingPanel) -> None:
        slip = panel.slip
        self._drop_waiting(panel)
        if slip is not None:
            self._show_receipt(slip)

    def _drop_waiting(self, panel: WaitingPanel) -> None:
        is_current = panel is self._current
        self._waiting.remove(panel)
        panel.hide()
        self._column.removeWidget(panel)
        panel.deleteLater()
        self._current = None if is_current else self._current
        if is_current and panel.outcome != "approved":
            self.next_wanted.emit()

    def _on_save(self) -> None:
        if self.last_slip is not None:
            save_receipt(self.last_slip, self, self._preferences)

    def _on_correct(self) -> None:
        if self.last_slip is None:
            return
        dialog = CorrectDialog(self._counter, self.last_slip, self)
        dialog.corrected.connect(self._on_corrected)
        dialog.session_ended.connect(self.session_ended)
        dialog.customer_closed.connect(self.customer_closed)
        dialog.open()

    def _on_corrected(self, outcome: CounterOutcome) -> None:
        if outcome.slip is not None:
            self._show_receipt(outcome.slip)
        else:
            self.forget_last()
            messages.info(self.tr("The correction was made."))
            self.next_wanted.emit()
        self.decided.emit()

    def _on_slip_wanted(self) -> None:
        if self._unnumbered is None:
            return
        payment = self._unnumbered[0]
        self._task = tasks.run(
            self,
            lambda: self._counter.slip(payment_id=payment.id),
            on_success=lambda slip: self._on_slip(payment, slip),
            on_failure=self._on_no_slip,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def _on_slip(self, payment: CounterPayment, slip: Slip) -> None:
        if self._unnumbered is None or self._unnumbered[0] is not payment:
            # Something newer was made meanwhile: its receipt is the last one.
            return
        if not self._receipt.isHidden():
            self._show_receipt(slip)
            return
        # The form has its place back, and may be half filled in: nothing is put over that.
        self._unnumbered = None
        self.last_slip = slip
        if self._current is None:
            self._offer_last()

    def _on_no_slip(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        else:
            messages.fault(error)

    def _say(
        self, outcome: str, tone: Tone, heading: str, text: str = "", *, action: str = ""
    ) -> None:
        self.setProperty("outcome", outcome)
        self._banner.set_tone(tone)
        self._banner.say(heading, text, action=action)
        self._banner.show()
