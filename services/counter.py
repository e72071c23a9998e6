"""Cash and transfers for customers at a teller's till, exactly once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from services.account_rows import utc_or_none
from services.errors import InstaPayError, InvalidInput
from services.outcomes import outcome_of
from services.payment_forms import check_amount, check_note, is_reason
from services.sending import Sending, asking, decided
from services.values.counter import (
    CounterKind,
    CounterOutcome,
    CounterPayment,
    CounterQuote,
    Slip,
    UnknownCounterPayment,
)
from services.values.money import Money
from services.values.transfers import Payee, TransferStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from services.access import Access, Tokens
    from services.database import Database
    from services.outbox import Outbox
    from services.sending import Answer

_ZERO = Decimal(0)
#: A repeat that is refused so says nothing of the first call: the till was counted, the customer's quarter
#: of an hour is over, or the person has another role by now.
_SETTLED_AFTER = frozenset(
    {"till_not_open", "customer_not_open", "not_permitted", "transaction_unknown"}
)


class CounterService:
    """What a teller does for a customer who is open (`CustomerService.open`), at an open till.

    Every verb raises SessionEnded, Refused (not_permitted), Unavailable.
    """

    def __init__(self, payment: Database, access: Access, outbox: Outbox) -> None:
        self._payment = payment
        self._access = access
        self._sending: Sending[CounterPayment, CounterOutcome] = Sending(
            payment,
            access,
            outbox,
            kind=CounterPayment,
            call=self._call,
            read=_outcome,
            settled_after=_SETTLED_AFTER,
        )

    def quote(self, *, account_id: UUID, payee: Payee, amount: Money) -> CounterQuote:
        """Return what a transfer would cost and whether it would go through now. Changes nothing.

        Raises InvalidInput: amount_not_positive, amount_too_precise, amount_too_large, payee_is_payer,
        currency_differs; Refused: payee_unknown, account_unknown, customer_not_open.
        """
        check_amount(amount)
        arguments = (str(account_id), str(payee.account_id), amount.amount, amount.currency)
        row = self._access.asked(
            lambda token: self._payment.call("counter_quote", token, *arguments)
        )

        def money(of: str) -> Money:
            return Money(row[of], amount.currency)

        return CounterQuote(
            failure_code=row["failure_code"],
            fee=money("fee"),
            total=money("total"),
            available=money("available"),
            needs_approval=row["needs_approval"],
        )

    def send(self, *, payment: CounterPayment) -> CounterOutcome:
        """Send it; sending the same one again is answered with the first outcome.

        A refusal for lack of money, in the account or in the drawer, or for a freeze is an outcome
        (FAILED), and so is PENDING: above what the teller may do alone somebody else approves.
        Raises InvalidInput: amount_not_positive, amount_too_precise, amount_too_large, note_too_long,
        note_invalid, identification_missing, identification_invalid, reason_invalid (of a correction),
        payee_is_payer, currency_differs; Refused: till_not_open, customer_not_open, account_unknown,
        payee_unknown, id_reused, of a correction transaction_unknown (not of this till),
        not_reversible, already_reversed; Unavailable where nothing was decided; OutcomeUnknown where it
        was sent and no answer came: then ask `check`.
        """
        _check(payment)
        return self._with_slip(self._sending.send(payment))

    def hold(self, *, transfer_id: UUID) -> None:
        """Keep one in the outbox until `told`, so that its outcome is not lost with a screen."""
        self._sending.hold(transfer_id)

    def told(self, *, transfer_id: UUID) -> Callable[[], None]:
        """Ask no more after one whose teller was told; return what drops it, and blocks."""
        return self._sending.told(transfer_id)

    def check(self, *, transfer_id: UUID) -> CounterOutcome:
        """Return what became of one whose answer was lost.

        In the session that sent it the call is repeated with the same id. Later the bank is only
        asked, and gives up (`abandoned`) what never arrived. Raises OutcomeUnknown while it cannot be
        told; Refused (id_reused).
        """
        return self._with_slip(self._sending.check(transfer_id))

    def unknown(self) -> tuple[UnknownCounterPayment, ...]:
        """Return what this person sent and has no outcome of, oldest first."""
        return tuple(
            UnknownCounterPayment(payment, kept.kept_at)
            for payment, kept in self._sending.unanswered()
        )

    def slip(self, *, payment_id: UUID) -> Slip:
        """Return the slip of a payment as it stands now, of one's own till; supervisors read all.

        Raises Refused (transaction_unknown).
        """
        row = self._access.asked(lambda token: self._payment.call("slip", token, str(payment_id)))
        return _slip(payment_id, row)

    def _with_slip(self, outcome: CounterOutcome) -> CounterOutcome:
        try:
            return replace(outcome, slip=self.slip(payment_id=outcome.id))
        except InstaPayError:
            # What became of it is known and must be told; its number can be asked for later.
            return outcome

    def _call(self, payment: CounterPayment, tokens: Tokens) -> CounterOutcome:
        answer = self._access.authorised(self._asking(payment), tokens)
        return _outcome(payment.id, payment, decided(payment.id, answer))

    def _asking(self, payment: CounterPayment) -> Callable[[str], Answer]:
        account, amount = str(payment.account_id), payment.amount
        money = (amount.amount, amount.currency)
        if payment.kind is CounterKind.CORRECTION:
            original = str(payment.original_id)
            return asking(
                self._payment, "correct_cash", str(payment.id), original, payment.identification
            )
        seen = (payment.identification, payment.note)
        if payment.kind is CounterKind.TRANSFER:
            assert payment.payee is not None
            payee = str(payment.payee.account_id)
            return asking(
                self._payment, "counter_transfer", str(payment.id), account, payee, *money, *seen
            )
        kind = payment.kind.value
        return asking(self._payment, "cash", str(payment.id), kind, account, *money, *seen)


def _check(payment: CounterPayment) -> None:
    check_amount(payment.amount)
    check_note(payment.note)
    if not is_reason(payment.identification):
        raise _without_reason(payment)
    if payment.payee is None:
        return
    if payment.payee.account_id == payment.account_id:
        raise InvalidInput("payee_is_payer", field="payee")
    if payment.payee.currency != payment.amount.currency:
        raise InvalidInput("currency_differs", field="payee")


def _without_reason(payment: CounterPayment) -> InvalidInput:
    if payment.kind is CounterKind.CORRECTION:
        return InvalidInput("reason_invalid", field="reason")
    if not payment.identification.strip():
        return InvalidInput("identification_missing", field="identification")
    return InvalidInput("identification_invalid", field="identification")


def _outcome(
    payment_id: UUID, payment: CounterPayment | None, row: list[str | None]
) -> CounterOutcome:
    """Read `private.outcome`; the balance that is left is the customer's and not told."""
    currency = "" if payment is None else payment.amount.currency
    told = outcome_of(payment_id, row, currency)
    return CounterOutcome(
        id=told.id,
        status=told.status,
        failure_code=told.failure_code,
        decided_at=told.decided_at,
        fee=told.fee,
    )


def _slip(payment_id: UUID, row: Mapping[str, Any]) -> Slip:
    def money(amount: Decimal) -> Money:
        return Money(amount, row["currency"])

    corrected_by = row["corrected_by"]
    return Slip(
        id=payment_id,
        till_number=row["till_number"],
        number=row["number"],
        kind=CounterKind(row["kind"]),
        amount=money(row["amount"]),
        fee=money(row["fee"]),
        status=TransferStatus(row["status"]),
        failure_code=row["failure_code"],
        decline_reason=row["decline_reason"],
        made_at=row["made_at"].replace(tzinfo=UTC),
        made_on=row["made_on"],
        expires_at=utc_or_none(row["expires_at"]),
        customer=row["customer"],
        iban=row["iban"],
        payee=row["payee"],
        identification=row["identification"],
        note=row["note"],
        teller=row["teller"],
        drawer=None if row["drawer"] is None else money(row["drawer"]),
        corrected_by=None if corrected_by is None else UUID(str(corrected_by)),
        original_number=row["original_number"],
    )
