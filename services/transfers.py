"""Paying somebody, exactly once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from services.errors import InvalidInput, SessionEnded
from services.outcomes import outcome_of
from services.payment_forms import check_amount, check_note
from services.sending import Sending, asking, decided, flushing
from services.values.money import Money
from services.values.transfers import (
    Payee,
    Payment,
    Quote,
    TransferOutcome,
    UnknownPayment,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal
    from uuid import UUID

    from services.access import Access, Tokens
    from services.database import Database
    from services.outbox import Outbox
    from services.sending import Answer

#: Where others pay the same payee right now, the commit does not wait for the disk: `flushing` does.
_WILL_FLUSH = True


class TransferService:
    """What a payment would cost, sending it, and learning what became of it."""

    def __init__(self, payment: Database, access: Access, outbox: Outbox) -> None:
        self._payment = payment
        self._access = access
        self._outbox = outbox
        #: Tokens of payments that are on their way, for repeating them; in memory only.
        self._confirmations: dict[UUID, str] = {}
        self._sending: Sending[Payment, TransferOutcome] = Sending(
            payment,
            access,
            outbox,
            kind=Payment,
            call=self._call,
            read=_outcome,
            # Its confirmation has died.
            settled_after=frozenset({"confirmation_required"}),
            on_answered=lambda transfer_id: self._confirmations.pop(transfer_id, None),
        )

    def quote(self, *, payer_account_id: UUID, payee: Payee, amount: Money) -> Quote:
        """Return what a payment would cost and whether it would go through now. Changes nothing.

        Raises InvalidInput: amount_not_positive, amount_too_precise, amount_too_large,
        payee_is_payer, currency_differs; Refused: payee_unknown, account_unknown; SessionEnded;
        Unavailable.
        """
        _check_sides(payer_account_id, payee, amount)
        arguments = (str(payer_account_id), str(payee.account_id), amount.amount, amount.currency)
        row = self._access.asked(lambda token: self._payment.call("quote", token, *arguments))
        return _quote(row, amount.currency)

    def again(self, *, transfer_id: UUID) -> Payment:
        """Return one of the person's own payments as it would be made once more, with an id of its own.

        Whom it went to is known, so no question is asked; `reached_by` is empty. Raises Refused
        (transaction_unknown), SessionEnded, Unavailable.
        """
        row = self._access.asked(
            lambda token: self._payment.call("payment_to_repeat", token, str(transfer_id))
        )
        return Payment(
            payer_account_id=row["payer_account_id"],
            payee=Payee(
                account_id=row["account_id"],
                masked_name=row["masked_name"],
                currency=row["currency"],
                reached_by="",
                is_own=row["is_own"],
            ),
            amount=Money(row["amount"], row["currency"]),
            note=row["note"],
        )

    def send(self, *, payment: Payment, confirmation: str | None = None) -> TransferOutcome:
        """Send a payment; sending the same one again is answered with the first outcome.

        `confirmation` is what `IdentityService.confirm` returned for it, where its quote asks for one.
        A refusal for lack of money, or by a limit, is an outcome (FAILED, `failure_code`). Raises
        InvalidInput: amount_not_positive, amount_too_precise, amount_too_large, note_too_long,
        note_invalid, payee_is_payer, currency_differs; Refused: payee_unknown, account_unknown,
        id_reused, confirmation_required; SessionEnded; Unavailable where nothing was decided;
        OutcomeUnknown where it was sent and no answer came: then ask `check`.
        """
        _check(payment)

        def keep_confirmation() -> None:
            if confirmation is not None:
                self._confirmations[payment.id] = confirmation

        return self._sending.send(payment, on_kept=keep_confirmation)

    def hold(self, *, transfer_id: UUID) -> None:
        """Keep a payment in the outbox until `told`, so that its outcome is not lost with a screen."""
        self._sending.hold(transfer_id)

    def is_kept(self, *, transfer_id: UUID) -> bool:
        """Tell whether a payment that is being sent is in the outbox by now. Blocks for no time."""
        return self._outbox.holds(transfer_id)

    def told(self, *, transfer_id: UUID) -> Callable[[], None]:
        """Ask no more after a payment whose payer was told; return what drops it, and blocks."""
        return self._sending.told(transfer_id)

    def check(self, *, transfer_id: UUID) -> TransferOutcome:
        """Return what became of a payment whose answer was lost.

        In the session that sent it the call is repeated with the same id, while its confirmation
        lasts. Later, after a restart or a new sign-in the bank is only asked, and gives up
        (`abandoned`) what never arrived: nothing is paid later that its payer has stopped waiting for.
        Raises OutcomeUnknown while it cannot be told; SessionEnded, Refused (id_reused).
        """
        return self._sending.check(transfer_id)

    def unknown(self) -> tuple[UnknownPayment, ...]:
        """Return this person's payments without an outcome, oldest first. Raises SessionEnded."""
        return tuple(
            UnknownPayment(
                payment=payment,
                sent_at=kept.kept_at,
                from_this_session=self._outbox.holds(payment.id),
            )
            for payment, kept in self._sending.unanswered()
        )

    def _call(self, payment: Payment, tokens: Tokens) -> TransferOutcome:
        ask = flushing(
            self._payment,
            payment.id,
            asking(
                self._payment,
                "transfer",
                str(payment.id),
                str(payment.payer_account_id),
                str(payment.payee.account_id),
                payment.amount.amount,
                payment.amount.currency,
                payment.note,
                _WILL_FLUSH,
            ),
        )
        answer = self._confirmed(payment.id, ask) or self._access.authorised(ask, tokens)
        return _outcome(payment.id, payment, decided(payment.id, answer))

    def _confirmed(self, transfer_id: UUID, ask: Callable[[str], Answer]) -> Answer | None:
        """Ask with the payment's own token; None where there is none, or none that lives."""
        confirmation = self._confirmations.get(transfer_id)
        if confirmation is None:
            return None
        try:
            return ask(confirmation)
        except SessionEnded:
            # Dead after two minutes, or by the clock of the other database. Whether the session has
            # ended too, and what became of the payment, the access token tells.
            self._confirmations.pop(transfer_id, None)
            return None


def _check(payment: Payment) -> None:
    _check_sides(payment.payer_account_id, payment.payee, payment.amount)
    check_note(payment.note)


def _check_sides(payer_account_id: UUID, payee: Payee, money: Money) -> None:
    check_amount(money)
    if payee.account_id == payer_account_id:
        raise InvalidInput("payee_is_payer", field="payee")
    if payee.currency != money.currency:
        raise InvalidInput("currency_differs", field="payee")


def _quote(row: Mapping[str, Any], currency: str) -> Quote:
    def limit(amount: Decimal | None) -> Money | None:
        return None if amount is None else Money(amount, currency)

    return Quote(
        failure_code=row["failure_code"],
        fee=Money(row["fee"], currency),
        total=Money(row["total"], currency),
        needs_confirmation=row["needs_confirmation"],
        is_first_payment=row["is_first_payment"],
        available=Money(row["available"], currency),
        per_payment=limit(row["per_payment"]),
        day_left=limit(row["day_left"]),
        month_left=limit(row["month_left"]),
    )


def _outcome(transfer_id: UUID, payment: Payment | None, row: list[str | None]) -> TransferOutcome:
    currency = "" if payment is None else payment.amount.currency
    return outcome_of(transfer_id, row, currency)
