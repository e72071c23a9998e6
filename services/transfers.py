"""Paying somebody, exactly once."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from services.database import ConnectionLost
from services.errors import (
    InstaPayError,
    InvalidInput,
    OutcomeUnknown,
    Refused,
    SessionEnded,
    Unavailable,
)
from services.values.money import DECIMALS, MAX_AMOUNT, Money
from services.values.transfers import (
    Payee,
    Payment,
    Quote,
    TransferOutcome,
    TransferStatus,
    UnknownPayment,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from services.access import Access
    from services.database import Database
    from services.outbox import Outbox

#: How long the thread that commits money waits: longer than a commit that waits for a standby should.
SEND_LIMIT_S = 15.0
MAX_NOTE = 140
_ZERO = Decimal(0)
_SMALLEST = Decimal(1).scaleb(-DECIMALS)
#: Control characters (Unicode's Cc); embeddings, overrides and isolates, which would turn what stands
#: beside the note on the payee's screen; halves of surrogate pairs, which nothing can keep.
NOT_IN_NOTE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class TransferService:
    """What a payment would cost, sending it, and learning what became of it."""

    def __init__(self, payment: Database, access: Access, outbox: Outbox) -> None:
        self._payment = payment
        self._access = access
        self._outbox = outbox
        #: Tokens of payments that are on their way, for repeating them; in memory only.
        self._confirmations: dict[UUID, str] = {}

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
        user_id = self._access.user_id()
        self._outbox.keep(user_id, payment)
        if confirmation is not None:
            self._confirmations[payment.id] = confirmation
        try:
            outcome = self._send(payment)
        except OutcomeUnknown:
            raise
        except InstaPayError:
            # Whatever else is raised says that the database changed nothing.
            self._forget(user_id, payment.id)
            raise
        self._forget(user_id, payment.id)
        return outcome

    def check(self, *, transfer_id: UUID) -> TransferOutcome:
        """Return what became of a payment whose answer was lost.

        In the session that sent it the call is repeated with the same id, while its confirmation
        lasts. Later, after a restart or a new sign-in the bank is only asked, and gives up
        (`abandoned`) what never arrived: nothing is paid later that its payer has stopped waiting for.
        Raises OutcomeUnknown while it cannot be told; SessionEnded, Refused (id_reused).
        """
        user_id = self._access.user_id()
        payment = self._outbox.find(user_id, transfer_id)
        try:
            if payment is not None and self._outbox.holds(transfer_id):
                outcome = self._repeat(payment)
            else:
                outcome = self._settle(transfer_id)
        except Unavailable as error:
            raise OutcomeUnknown(transfer_id) from error
        except (Refused, InvalidInput) as error:
            if not isinstance(error, SessionEnded):
                # The bank will never say more about this id.
                self._forget(user_id, transfer_id)
            raise
        self._forget(user_id, transfer_id)
        return outcome

    def unknown(self) -> tuple[UnknownPayment, ...]:
        """Return this person's payments without an outcome, oldest first. Raises SessionEnded."""
        return tuple(
            UnknownPayment(
                payment=kept.payment,
                sent_at=kept.kept_at,
                from_this_session=self._outbox.holds(kept.payment.id),
            )
            for kept in self._outbox.unanswered(self._access.user_id())
        )

    def _send(self, payment: Payment) -> TransferOutcome:
        try:
            return self._call(payment)
        except ConnectionLost as error:
            if error.data.get("database") != self._payment.name:
                # It was Auth, asked for a token: the payment has not left.
                raise Unavailable(error.code, **error.data) from error
        # The connection broke while the payment was on its way. The same id can be asked again; but
        # whatever is answered now, short of an outcome, says nothing about the first call.
        try:
            return self._call(payment)
        except InstaPayError as error:
            raise OutcomeUnknown(payment.id) from error

    def _repeat(self, payment: Payment) -> TransferOutcome:
        try:
            return self._send(payment)
        except Refused as error:
            if error.code != "confirmation_required":
                raise
            # Its confirmation has died, so it cannot be made any more, unless it was made already or
            # still is on its way: only settling decides that.
            return self._settle(payment.id)

    def _forget(self, user_id: UUID, transfer_id: UUID) -> None:
        self._confirmations.pop(transfer_id, None)
        self._outbox.forget(user_id, transfer_id)

    def _call(self, payment: Payment) -> TransferOutcome:
        arguments = (
            str(payment.id),
            str(payment.payer_account_id),
            str(payment.payee.account_id),
            payment.amount.amount,
            payment.amount.currency,
            payment.note,
        )

        def ask_once(token: str) -> tuple[list[str | None], bool]:
            return self._payment.call_watching_notices(
                "transfer", token, *arguments, limit_s=SEND_LIMIT_S
            )

        def ask(token: str) -> tuple[list[str | None], bool]:
            try:
                return ask_once(token)
            except Unavailable as error:
                if error.code != "changed_meanwhile":
                    raise
            # An account was frozen, or the id claimed, while the bank was at it: nothing was done, and
            # asked again it goes by how things stand now.
            return ask_once(token)

        row, has_notice = self._confirmed(payment.id, ask) or self._access.authorised(ask)
        if has_notice:
            raise OutcomeUnknown(payment.id)
        return _outcome(payment.id, row, payment.amount.currency)

    def _confirmed(
        self, transfer_id: UUID, ask: Callable[[str], tuple[list[str | None], bool]]
    ) -> tuple[list[str | None], bool] | None:
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

    def _settle(self, transfer_id: UUID) -> TransferOutcome:
        row, has_notice = self._access.authorised(
            lambda token: self._payment.call_watching_notices(
                "settle", token, str(transfer_id), limit_s=SEND_LIMIT_S
            )
        )
        if has_notice:
            raise OutcomeUnknown(transfer_id)
        found = self._outbox.find(self._access.user_id(), transfer_id)
        return _outcome(transfer_id, row, "" if found is None else found.amount.currency)


def _check(payment: Payment) -> None:
    _check_sides(payment.payer_account_id, payment.payee, payment.amount)
    if len(payment.note) > MAX_NOTE:
        raise InvalidInput("note_too_long", field="note")
    if NOT_IN_NOTE.search(payment.note):
        raise InvalidInput("note_invalid", field="note")


def _check_sides(payer_account_id: UUID, payee: Payee, money: Money) -> None:
    amount = money.amount
    if not amount.is_finite() or amount <= _ZERO:
        raise InvalidInput("amount_not_positive", field="amount")
    if amount > MAX_AMOUNT:
        raise InvalidInput("amount_too_large", field="amount")
    if amount != amount.quantize(_SMALLEST):
        raise InvalidInput("amount_too_precise", field="amount")
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


def _outcome(transfer_id: UUID, row: list[str | None], currency: str) -> TransferOutcome:
    """Read `private.outcome`: a status, why, when (UTC), what the payer has left, and the fee."""
    status, failure_code, decided_at, balance, fee = row
    assert status is not None
    assert decided_at is not None
    return TransferOutcome(
        id=transfer_id,
        status=TransferStatus(status),
        failure_code=failure_code,
        decided_at=datetime.fromisoformat(decided_at).replace(tzinfo=UTC),
        balance_after=None if balance is None else Money(Decimal(balance), currency),
        fee=Money(_ZERO if fee is None else Decimal(fee), currency),
    )
