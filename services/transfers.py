"""Paying somebody, exactly once."""

from __future__ import annotations

import unicodedata
from datetime import UTC
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
    TransferOutcome,
    TransferStatus,
    UnknownPayment,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from services.access import Access
    from services.database import Database
    from services.outbox import Outbox

#: How long the thread that commits money waits: longer than a commit that waits for a standby should.
SEND_LIMIT_S = 15.0
MAX_NOTE = 140
_MAX_PAYEE = 100
#: Embeddings, overrides and isolates: they would turn what stands beside the note on the payee's screen.
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class TransferService:
    """Finding a payee, sending money, and learning what became of it."""

    def __init__(self, payment: Database, access: Access, outbox: Outbox) -> None:
        self._payment = payment
        self._access = access
        self._outbox = outbox

    def resolve(self, *, payee: str) -> Payee:
        """Return whom an exact IBAN or payment address reaches, by masked name.

        Raises InvalidInput (payee_missing), Refused (payee_unknown), SessionEnded, Unavailable.
        """
        typed = payee.strip()
        if not typed:
            raise InvalidInput("payee_missing", field="payee")
        # NFKC turns full-width and Arabic-Indic forms of what was pasted into what an IBAN has.
        typed = "".join(
            str(unicodedata.digit(each)) if each.isdigit() else each
            for each in unicodedata.normalize("NFKC", typed)
            if unicodedata.category(each) != "Cf"
        )
        if len(typed) > _MAX_PAYEE or "\0" in typed:
            raise Refused("payee_unknown", field="payee")
        row = self._access.authorised(
            lambda token: self._payment.call("resolve_payee", token, typed)
        )
        return Payee(
            account_id=row["account_id"],
            masked_name=row["masked_name"],
            currency=row["currency"],
            reached_by=row["reached_by"],
            is_own=row["is_own"],
        )

    def send(self, *, payment: Payment) -> TransferOutcome:
        """Send a payment; sending the same one again is answered with the first outcome.

        A refusal for lack of money is an outcome (FAILED, `failure_code`). Raises
        InvalidInput: amount_not_positive, amount_too_precise, amount_too_large, note_too_long,
        note_invalid, payee_is_payer, currency_differs; Refused: payee_unknown, account_unknown,
        id_reused; SessionEnded; Unavailable where nothing was decided;
        OutcomeUnknown where it was sent and no answer came: then ask `check`.
        """
        _check(payment)
        user_id = self._access.user_id()
        self._outbox.keep(user_id, payment)
        try:
            outcome = self._send(payment)
        except OutcomeUnknown:
            raise
        except InstaPayError:
            # Whatever else is raised says that the database changed nothing.
            self._outbox.forget(user_id, payment.id)
            raise
        self._outbox.forget(user_id, payment.id)
        return outcome

    def check(self, *, transfer_id: UUID) -> TransferOutcome:
        """Return what became of a payment whose answer was lost.

        In the session that sent it the call is repeated with the same id. After a restart or a new
        sign-in the bank is only asked, and gives up (`abandoned`) what never arrived: nothing is paid
        later that its payer has stopped waiting for. Raises OutcomeUnknown while it cannot be told;
        SessionEnded, Refused (id_reused).
        """
        user_id = self._access.user_id()
        payment = self._outbox.find(user_id, transfer_id)
        try:
            if payment is not None and self._outbox.holds(transfer_id):
                outcome = self._send(payment)
            else:
                outcome = self._settle(transfer_id)
        except Unavailable as error:
            raise OutcomeUnknown(transfer_id) from error
        except (Refused, InvalidInput) as error:
            if not isinstance(error, SessionEnded):
                # The bank will never say more about this id.
                self._outbox.forget(user_id, transfer_id)
            raise
        self._outbox.forget(user_id, transfer_id)
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

    def _call(self, payment: Payment) -> TransferOutcome:
        row, has_notice = self._access.authorised(
            lambda token: self._payment.call_watching_notices(
                "transfer",
                token,
                str(payment.id),
                str(payment.payer_account_id),
                str(payment.payee.account_id),
                payment.amount.amount,
                payment.amount.currency,
                payment.note,
                limit_s=SEND_LIMIT_S,
            )
        )
        if has_notice:
            raise OutcomeUnknown(payment.id)
        return _outcome(payment.id, row, payment.amount.currency)

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
    amount = payment.amount.amount
    if not amount.is_finite() or amount <= 0:
        raise InvalidInput("amount_not_positive", field="amount")
    if amount > MAX_AMOUNT:
        raise InvalidInput("amount_too_large", field="amount")
    if amount != amount.quantize(Decimal(1).scaleb(-DECIMALS)):
        raise InvalidInput("amount_too_precise", field="amount")
    if len(payment.note) > MAX_NOTE:
        raise InvalidInput("note_too_long", field="note")
    if any(unicodedata.category(each) == "Cc" or each in _TURNS for each in payment.note):
        raise InvalidInput("note_invalid", field="note")
    if payment.payee.account_id == payment.payer_account_id:
        raise InvalidInput("payee_is_payer", field="payee")
    if payment.payee.currency != payment.amount.currency:
        raise InvalidInput("currency_differs", field="payee")


def _outcome(transfer_id: UUID, row: Mapping[str, Any], currency: str) -> TransferOutcome:
    balance = row["balance_after"]
    return TransferOutcome(
        id=transfer_id,
        status=TransferStatus(row["status"]),
        failure_code=row["failure_code"],
        decided_at=row["decided_at"].replace(tzinfo=UTC),
        balance_after=None if balance is None else Money(balance, currency),
    )
