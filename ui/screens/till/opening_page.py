"""No till is open: the page that opens one with a float, takes one over, or prints an old sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.errors import InstaPayError, InvalidInput, SessionEnded
from services.values.identifiers import new_uuid7
from services.values.tills import DENOMINATIONS
from ui import bidi, date_text, error_text, theme
from ui.components.doubt import Doubt
from ui.components.sending import Sending
from ui.components.till_sheet import till_text
from ui.fault_once import FaultOnce
from ui.screens.till.float_edit import FloatEdit
from ui.widgets.banner import Banner
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.card import Card, centred
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.segments import Segments
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from services.tills import TillService
    from services.values.tills import ClosedTill, OpenTill, TillToTakeOver

#: As many old sheets are offered here.
_SHEETS = 4


class OpeningPage(QWidget):
    """Asks for a currency and a float from the vault.

    Signals:
        opened(UUID): the till of that id is open.
        take_over_wanted(): the person takes a colleague's till over.
        sheet_wanted(ClosedTill): the sheet of one that was closed is wanted.
        left(): the person goes back to a till that is open already.
        session_ended(): the call was answered with `SessionEnded`.

    """

    opened = Signal(object)
    take_over_wanted = Signal()
    sheet_wanted = Signal(object)
    left = Signal()
    session_ended = Signal()

    def __init__(self, tills: TillService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tills = tills
        self._faults = FaultOnce()
        #: Of the till that is being opened: the same until it is open, so that it is opened once.
        self._id = new_uuid7()
        self.sending = Sending(self)
        self._currency = Segments("till.currency", tuple((each, each) for each in DENOMINATIONS))
        self._amount = FloatEdit(self._currency.value)
        self._amount.setObjectName("till.float")
        self._error = InlineError(self._amount)
        self._error.setObjectName("till.float.error")
        self._open = BusyButton(self.tr("&Open the till"), self.tr("Opening…"))
        self._open.setObjectName("till.open")
        # Enter presses it while it has focus.
        self._open.setAutoDefault(True)
        self._back = button(self.tr("&Back"))
        self._back.setObjectName("till.open_back")
        self._offer = Banner(Tone.ACCENT)
        self._offer.button.setObjectName("till.take_over")
        self._old = QVBoxLayout()
        self._lay_out()
        self._connect()

    def show_tills(
        self,
        mine: tuple[OpenTill, ...],
        waiting: tuple[TillToTakeOver, ...],
        closed: tuple[ClosedTill, ...],
    ) -> None:
        """Offer the currencies in which no till is open, and what else there is to do."""
        taken = {each.currency for each in mine}
        free = [each for each in DENOMINATIONS if each not in taken]
        for choice, currency in zip(self._currency.buttons, DENOMINATIONS, strict=True):
            choice.setEnabled(currency in free)
        if free and (self._currency.value not in free or not self.isVisible()):
            self._currency.choose(free[0])
        self._back.setVisible(bool(mine))
        self._show_offer(waiting)
        self._show_sheets(closed)

    def take_focus(self) -> None:
        """Go to the amount."""
        self._amount.setFocus()

    # Building

    def _lay_out(self) -> None:
        card = Card()
        card.setFixedWidth(theme.Control.LOGIN_CARD)
        card.body.addWidget(label(self.tr("Open your till"), "heading"))
        words = self.tr("Say what you take from the vault to begin with. It may be nothing.")
        card.body.addWidget(label(words, "muted", wraps=True))
        card.body.addSpacing(theme.Spacing.S)
        card.body.addWidget(field_label(self.tr("&Currency"), self._currency))
        card.body.addWidget(self._currency)
        card.body.addSpacing(theme.Spacing.XS)
        self._amount_label = field_label(self.tr("&Float from the vault"), self._amount)
        card.body.addWidget(self._amount_label)
        card.body.addWidget(self._amount)
        card.body.addWidget(self._error)
        card.body.addWidget(Doubt(self.sending))
        card.body.addSpacing(theme.Spacing.S)
        row = QHBoxLayout()
        row.setSpacing(theme.Spacing.M)
        row.addWidget(self._back)
        row.addWidget(self._open, 1)
        card.body.addLayout(row)
        card.body.addSpacing(theme.Spacing.S)
        card.body.addWidget(self._offer)
        card.body.addLayout(self._old)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(centred(card))

    def _connect(self) -> None:
        self._currency.chosen.connect(self._on_currency)
        self._amount.textEdited.connect(self._error.clear)
        self._amount.returnPressed.connect(self._on_open)
        self._open.clicked.connect(self._on_open)
        self._back.clicked.connect(self.left)
        self._offer.acted.connect(self.take_over_wanted)
        self.sending.succeeded.connect(self._on_opened)
        self.sending.failed.connect(self._on_failed)

    def _show_offer(self, waiting: tuple[TillToTakeOver, ...]) -> None:
        self._offer.setVisible(bool(waiting))
        if not waiting:
            return
        first = waiting[0]
        if len(waiting) == 1:
            words = self.tr("{name} has counted a till and waits to hand it over.").format(
                name=bidi.own(first.teller)
            )
        else:
            words = self.tr("%n till(s) were counted and wait to be taken over.", "", len(waiting))
        self._offer.say("", words, action=self.tr("&Take over…"))

    def _show_sheets(self, closed: tuple[ClosedTill, ...]) -> None:
        while (item := self._old.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        if not closed:
            return
        self._old.addWidget(label(self.tr("Sheets of tills that were closed"), "caption"))
        before: QWidget = self._offer.button
        for number, each in enumerate(closed[:_SHEETS], start=1):
            words = self.tr("{till}: {moment}").format(
                till=till_text.till_name(each.number, each.currency),
                moment=bidi.own(date_text.moment_text(each.closed_at)),
            )
            made = button(words, "link")
            made.setObjectName(f"till.old_sheet.{number}")
            made.clicked.connect(partial(self.sheet_wanted.emit, each))
            row = QHBoxLayout()
            holder = QWidget()
            holder.setLayout(row)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(made)
            row.addStretch()
            self._old.addWidget(holder)
            QWidget.setTabOrder(before, made)
            before = made

    # What happens

    def _on_currency(self, currency: object) -> None:
        self._amount.currency = str(currency)
        self._error.clear()

    def _on_open(self) -> None:
        if self.sending.is_open:
            return
        try:
            opening_float = self._amount.money()
        except InvalidInput as error:
            self._error.tell(error_text.sentence(error))
            return
        self._amount.write_out()
        till_id, tills = self._id, self._tills
        self.sending.begin(lambda: tills.open(id=till_id, opening_float=opening_float))
        self._set_busy(busy=True)

    def _on_opened(self, _nothing: object) -> None:
        self._set_busy(busy=False)
        self._faults.succeed()
        opened, self._id = self._id, new_uuid7()
        self._amount.clear()
        self._error.clear()
        self.opened.emit(opened)

    def _on_failed(self, error: InstaPayError) -> None:
        self._set_busy(busy=False)
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        if error.code == "id_reused":
            self._id = new_uuid7()
        self._error.tell(error_text.sentence(error))

    def _set_busy(self, *, busy: bool) -> None:
        self._open.set_busy(busy)
        self._currency.setEnabled(not busy)
        self._amount.setReadOnly(busy)
