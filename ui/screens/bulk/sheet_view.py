"""A file that was read: what is wrong with which rows, what all come to, and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.values.transfers import TransferStatus
from ui import bidi, error_text, money_text, theme
from ui.components.payment.words import fee, reference
from ui.screens.bulk.model import RowsModel
from ui.screens.bulk.table import RowsTable
from ui.widgets.banner import Banner
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.facts import NOTHING, Facts
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.segments import Segments
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from services.values.accounts import Account
    from services.values.batches import BatchOutcome, BatchSheet
    from ui.screens.bulk.checking import Checked

_FACTS_WIDTH = 300
_BUSY_WIDTH = 150
_ALL, _ERRORS = "all", "errors"


class SheetView(QWidget):
    """One file at a time.

    Attributes:
        table: the rows.

    Signals:
        review_wanted(): somebody wants to send it.
        other_wanted(): somebody wants another file in its place.
        clear_wanted(): somebody wants it away.
        errors_wanted(), result_wanted(): what is wrong, or what became of it, is to be saved.

    """

    review_wanted = Signal()
    other_wanted = Signal()
    clear_wanted = Signal()
    errors_wanted = Signal()
    result_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RowsModel(self)
        self._build_head()
        self.table = RowsTable(self._model, self)
        self._facts = Facts("bulk", self)
        self._facts.setMinimumWidth(_FACTS_WIDTH)
        self._error = InlineError()
        self._error.setObjectName("bulk.error")
        self._build_buttons()
        self._lay_out()

    def show_checked(self, checked: Checked, name: str, payer: Account, *, masked: bool) -> None:
        """Show what was found out about a file."""
        sheet, quote = checked.sheet, checked.quote
        self._outcome.hide()
        self._name.setText(bidi.own(name))
        self._counts.setText(self._count_words(sheet))
        is_faulty = bool(sheet.error_count or sheet.warning_count)
        self._filter.choose(_ERRORS if sheet.error_count else _ALL)
        self._filter.setVisible(is_faulty)
        self._save_errors.setVisible(is_faulty)
        self._model.show_sheet(sheet)
        self.show_money(checked, payer, masked=masked)
        self._review.setEnabled(quote is not None and quote.failure_code is None)
        self._show_buttons(self._other, self._clear, self._review)
        self._error.clear()
        if quote is not None and quote.failure_code is not None:
            data = {"available": payer.available, "amount": quote.amount, "total": quote.total}
            self.tell(error_text.sentence_for(quote.failure_code, data))
        elif sheet.error_count:
            self.tell(
                self.tr(
                    "%n row(s) cannot be paid. Mend them in the file and choose it again: nothing is"
                    " sent before all rows are right.",
                    "",
                    sheet.error_count,
                )
            )

    def show_money(self, checked: Checked, payer: Account, *, masked: bool) -> None:
        """Show what all rows come to, and what would be left in the account."""
        quote, total = checked.quote, checked.sheet.total
        tell = self._facts.tell
        tell("amount", self.tr("They get"), money_text.in_sentence(total))
        tell("fee", self.tr("Fees"), NOTHING if quote is None else fee(quote.fee))
        whole = NOTHING if quote is None else money_text.in_sentence(quote.total)
        tell("total", self.tr("Taken from the account"), whole, strong=True)
        after = NOTHING
        if quote is not None:
            left = payer.available - quote.total
            after = money_text.in_sentence(left, hidden=masked)
        tell("after", self.tr("Available after"), after)

    def set_asking(self, asking: bool) -> None:  # noqa: FBT001 (a setter like Qt's own)
        """Show that the bank is being asked once more, or has answered."""
        self._review.set_busy_text(self.tr("One moment…"))
        self._review.set_busy(asking)

    def show_sending(self) -> None:
        """Show that it is on its way; nothing can be changed meanwhile."""
        self._error.clear()
        self._review.set_busy_text(self.tr("Sending…"))
        self._review.set_busy(True)
        for part in (self._other, self._clear):
            part.setEnabled(False)

    def show_not_sent(self, sentence: str) -> None:
        """Show that nothing was done, and why."""
        self._review.set_busy(False)
        self._outcome.hide()
        self._show_buttons(self._other, self._clear, self._review)
        self.tell(sentence)

    def show_checking(self) -> None:
        """Show that nobody knows yet what became of it."""
        self._show_buttons()
        self._say(
            Tone.WARN,
            "checking",
            self.tr("We are finding out whether these payments were made."),
            self.tr("The answer was lost on the way. Don't send the file again."),
        )

    def show_outcome(self, outcome: BatchOutcome, sheet: BatchSheet) -> None:
        """Show what the bank has decided."""
        self._review.set_busy(False)
        if outcome.status is not TransferStatus.COMPLETED:
            self._say_refused(outcome)
            return
        self._model.show_sheet(sheet, sent=True)
        self._filter.choose(_ALL)
        for part in (self._filter, self._save_errors):
            part.hide()
        self._facts.drop("after")
        text = self.tr("Reference {reference}. Fees: {fee}.").format(
            reference=bidi.ltr(reference(outcome.id)), fee=fee(outcome.fee)
        )
        heading = self.tr("%n payment(s) were made.", "", len(sheet.rows))
        self._say(Tone.CREDIT, "sent", heading, text)
        self._show_buttons(self._save_result, self._new)
        self._new.setFocus()

    def tell(self, sentence: str) -> None:
        """Say what stands in the way, above the buttons."""
        self._error.tell(sentence)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what Tab goes to, in reading order."""
        return (
            *self._filter.buttons, self._save_errors, self.table, self._clear, self._other,
            self._save_result, self._new, self._review,
        )  # fmt: skip

    # Building

    def _build_head(self) -> None:
        self._outcome = Banner(Tone.CREDIT, self)
        self._outcome.setObjectName("bulk.outcome")
        self._outcome.hide()
        self._name = ElidedLabel("", "heading", self)
        self._name.setObjectName("bulk.name")
        self._counts = label("", "muted", parent=self)
        self._counts.setObjectName("bulk.counts")
        self._filter = Segments(
            "bulk.filter", [(_ALL, self.tr("All rows")), (_ERRORS, self.tr("To be checked"))]
        )
        self._filter.chosen.connect(
            lambda value: self._model.show_errors_only(errors_only=value == _ERRORS)
        )
        self._save_errors = self._button(self.tr("Sa&ve these as CSV"), "bulk.save_errors")
        self._save_errors.clicked.connect(self.errors_wanted)

    def _build_buttons(self) -> None:
        self._other = self._button(self.tr("&Other file…"), "bulk.other")
        self._other.clicked.connect(self.other_wanted)
        self._clear = self._button(self.tr("C&lear"), "bulk.clear")
        self._clear.clicked.connect(self.clear_wanted)
        self._save_result = self._button(self.tr("Sa&ve result as CSV"), "bulk.save_result")
        self._save_result.clicked.connect(self.result_wanted)
        self._new = self._button(self.tr("&New file…"), "bulk.new")
        self._new.clicked.connect(self.other_wanted)
        self._review = BusyButton(self.tr("&Review and send"), self.tr("One moment…"))
        self._review.setAutoDefault(True)
        self._review.setObjectName("bulk.review")
        self._review.setMinimumWidth(_BUSY_WIDTH)
        self._review.clicked.connect(self.review_wanted)

    @staticmethod
    def _button(words: str, name: str) -> QPushButton:
        made = button(words)
        made.setObjectName(name)
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.Spacing.M)
        head.addWidget(self._name, 1)
        for part in (self._counts, self._filter, self._save_errors):
            head.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.Spacing.S)
        buttons.addStretch()
        for part in (self._clear, self._other, self._save_result, self._new, self._review):
            buttons.addWidget(part)
        side = QVBoxLayout()
        side.addWidget(self._error)
        side.addStretch()
        side.addLayout(buttons)
        foot = QHBoxLayout()
        foot.setSpacing(theme.Spacing.L)
        foot.addWidget(self._facts)
        foot.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.M)
        column.addWidget(self._outcome)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addSpacing(theme.Spacing.XS)
        column.addLayout(foot)

    # What happens

    def _count_words(self, sheet: BatchSheet) -> str:
        words = [self.tr("%n payment(s)", "", len(sheet.rows))]
        if sheet.error_count:
            words.append(self.tr("%n with errors", "", sheet.error_count))
        if sheet.warning_count:
            words.append(self.tr("%n to be looked at", "", sheet.warning_count))
        return " · ".join(words)

    def _show_buttons(self, *shown: QWidget) -> None:
        for part in (self._other, self._clear, self._save_result, self._new, self._review):
            part.setVisible(part in shown)
        for part in (self._other, self._clear):
            part.setEnabled(True)

    def _say_refused(self, outcome: BatchOutcome) -> None:
        heading = self.tr("None of these payments was made.")
        code = outcome.failure_code or "unexpected"
        if code == "abandoned":
            text = self.tr("You can send the file again.")
        else:
            text = error_text.sentence_for(code)
        self._say(Tone.DANGER, "refused", heading, text)
        self._show_buttons(self._other, self._clear, self._review)

    def _say(self, tone: Tone, outcome: str, heading: str, text: str) -> None:
        self._outcome.set_tone(tone)
        self._outcome.setProperty("outcome", outcome)
        self._outcome.say(heading, text)
        self._outcome.show()
        self._error.clear()
