"""Moves cash between the drawer and the vault, in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal

from services.errors import InstaPayError, InvalidInput, SessionEnded
from services.values.identifiers import new_uuid7
from services.values.tills import VaultMove
from ui import error_text, messages, money_text, theme
from ui.components.doubt import Doubt
from ui.components.sending import Sending
from ui.fault_once import FaultOnce
from ui.widgets.amount_edit import AmountEdit
from ui.widgets.busy_button import BusyButton
from ui.widgets.card import Card
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from services.tills import TillService
    from services.values.money import Money
    from services.values.tills import OpenTill

_TO, _FROM = "to", "from"
_MOVES = {_TO: VaultMove.TO_VAULT, _FROM: VaultMove.FROM_VAULT}


class Move(NamedTuple):
    """Cash that goes to the vault or comes from it; once by its `id`."""

    id: UUID
    way: str
    amount: Money


class VaultForm(Card):
    """A direction, an amount and a button.

    Signals:
        moved(): cash was moved.
        session_ended(): the call was answered with `SessionEnded`.

    """

    moved = Signal()
    session_ended = Signal()

    def __init__(self, tills: TillService, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=theme.Spacing.L)
        self._tills = tills
        self._faults = FaultOnce()
        #: Of the move that is being filled in: the same until it was made.
        self._id = new_uuid7()
        self._sent: Move | None = None
        self.sending = Sending(self)
        self._direction = Segments(
            "till.vault",
            ((_TO, self.tr("To the vault")), (_FROM, self.tr("From the vault"))),
        )
        self._amount = AmountEdit()
        self._amount.setObjectName("till.vault_amount")
        self._error = InlineError(self._amount)
        self._error.setObjectName("till.vault_amount.error")
        self._move = BusyButton(self.tr("&Move the cash"), self.tr("One moment…"))
        self._move.setObjectName("till.vault_move")
        self._move.setAutoDefault(True)
        self.body.addWidget(label(self.tr("Vault"), "strong"))
        self.body.addWidget(self._direction)
        self.body.addWidget(field_label(self.tr("&Amount"), self._amount))
        for part in (self._amount, self._error, Doubt(self.sending), self._move):
            self.body.addWidget(part)
        self._direction.chosen.connect(self._error.clear)
        self._amount.textEdited.connect(self._error.clear)
        self._amount.returnPressed.connect(self._on_move)
        self._move.clicked.connect(self._on_move)
        self.sending.succeeded.connect(self._on_moved)
        self.sending.failed.connect(self._on_failed)

    def show_till(self, till: OpenTill) -> None:
        """Be for a till; what is typed stays."""
        self._amount.currency = till.currency

    def hand_over(self) -> tuple[Move, ...]:
        """Return the move that is not answered."""
        return (self._sent,) if self._sent is not None and self.sending.is_open else ()

    def go_on_with(self, sent: tuple[Move, ...]) -> None:
        """Be as it was sent from, and send it: under its own id it is made once."""
        for move in sent:
            self._id = move.id
            self._direction.choose(move.way)
            self._amount.currency = move.amount.currency
            self._amount.show_money(move.amount)
            self._send(move, was_sent=True)

    def _on_move(self) -> None:
        if self.sending.is_open:
            return
        try:
            amount = self._amount.money()
        except InvalidInput as error:
            self._error.tell(error_text.sentence(error))
            return
        self._amount.write_out()
        self._send(Move(self._id, self._direction.value, amount))

    def _send(self, move: Move, *, was_sent: bool = False) -> None:
        self._sent = move
        tills, direction = self._tills, _MOVES[move.way]
        self.sending.begin(
            lambda: tills.move(id=move.id, direction=direction, amount=move.amount),
            was_sent=was_sent,
        )
        self._set_busy(busy=True)

    def _on_moved(self, _nothing: object) -> None:
        self._set_busy(busy=False)
        self._faults.succeed()
        self._id = new_uuid7()
        self._amount.clear()
        assert self._sent is not None
        words = (
            self.tr("{amount} went to the vault.")
            if self._direction.value == _TO
            else self.tr("{amount} came from the vault.")
        )
        messages.info(words.format(amount=money_text.in_sentence(self._sent.amount)))
        self.moved.emit()

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
        self._move.set_busy(busy)
        self._direction.setEnabled(not busy)
        self._amount.setReadOnly(busy)
