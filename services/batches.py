"""Many payments from one account, made together or not at all, exactly once."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from services import batch_files
from services.errors import (
    InstaPayError,
    InvalidInput,
    OutcomeUnknown,
    Refused,
    SessionEnded,
    Unavailable,
)
from services.outcomes import outcome_of
from services.sending import asked_again
from services.untold import Untold
from services.values.batches import BatchOutcome, BatchQuote, BatchSheet
from services.values.money import Money
from services.values.people import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from services.access import Access, Tokens
    from services.batch_files import ParseAmount
    from services.batch_outbox import BatchOutbox
    from services.database import Database
    from services.values.batches import BatchOrder, BatchRow, UnknownBatch

#: Ten thousand payments take a second or two on a quiet server.
SEND_LIMIT_S = 60.0
_READ_LIMIT_S = 30.0
#: What stands for the rest of a name (private.masked_name).
_MASK = "\u2022"


class BatchService:
    """Reading a file of payments, finding whom it pays, what it comes to, and sending it.

    Without an identification a batch is paid from an account of the signed-in person's that the bank has
    admitted to batches. With one, staff make it for a customer who is open to them; the bank bounds it by
    what they may do alone.
    """

    def __init__(self, payment: Database, access: Access, outbox: BatchOutbox) -> None:
        self._payment = payment
        self._access = access
        self._outbox = outbox
        self._untold = Untold(outbox, access)

    def account_ids(self) -> frozenset[UUID]:
        """Return which of the person's own accounts may send batches. Raises SessionEnded, Unavailable."""
        rows = self._access.asked(lambda token: self._payment.call_rows("batch_accounts", token))
        return frozenset(UUID(str(row["account_id"])) for row in rows)

    def serves_counter(self) -> bool:
        """Tell whether this person makes batches for customers, as the token has it: for display only."""
        return not {Role.TELLER, Role.SUPERVISOR}.isdisjoint(self._access.claims()["roles"])

    def read(self, *, octets: bytes, currency: str, parse_amount: ParseAmount) -> BatchSheet:
        """Return what a file says, checked without the bank. Raises as `batch_files.read`."""
        return batch_files.read(octets, currency=currency, parse_amount=parse_amount)

    def resolve(self, *, payer_account_id: UUID, sheet: BatchSheet) -> BatchSheet:
        """Return the sheet with whom its rows reach, by masked names, or why they reach nobody.

        One question for all of them, which the bank counts by the row. Raises Refused: account_unknown,
        batch_not_offered, too_many_batch_rows, customer_not_open, not_permitted; SessionEnded, Unavailable.
        """
        texts = list(dict.fromkeys(row.payee for row in sheet.rows if not row.error))
        if not texts:
            return sheet
        payer = str(payer_account_id)
        question = self._access.authorised(
            lambda token: self._payment.call(
                "ask_batch", token, payer, texts, limit_s=_READ_LIMIT_S
            )
        )["ask_batch"]
        rows = self._access.asked(
            lambda token: self._payment.call_rows(
                "resolve_batch", token, str(question), texts, limit_s=_READ_LIMIT_S
            )
        )
        found = dict(zip(texts, rows, strict=True))
        return BatchSheet(sheet.currency, tuple(_resolved(row, found) for row in sheet.rows))

    def quote(
        self, *, payer_account_id: UUID, sheet: BatchSheet, at_counter: bool = False
    ) -> tuple[BatchSheet, BatchQuote | None]:
        """Return what a batch whose rows are all resolved would come to, and the sheet.

        Where the bank finds faults in rows they stand in the sheet, and there is no quote. Raises Refused:
        account_unknown, customer_not_open, not_permitted; SessionEnded, Unavailable.
        """
        function = "counter_quote_many" if at_counter else "quote_many"
        arguments = (str(payer_account_id), *_columns(sheet))
        row = self._access.asked(
            lambda token: self._payment.call(function, token, *arguments, limit_s=_READ_LIMIT_S)
        )
        if row["row_errors"] is not None:
            return sheet.with_errors(_errors(row["row_errors"])), None
        money = {key: Money(row[key], sheet.currency) for key in ("amount", "fee", "total")}
        return sheet, BatchQuote(
            failure_code=row["failure_code"],
            needs_confirmation=row["needs_confirmation"],
            **money,
        )

    def send(self, *, order: BatchOrder, confirmation: str | None = None) -> BatchOutcome:
        """Send a batch; sending the same one again is answered with the first outcome.

        `confirmation` is what `IdentityService.confirm` returned for its id, where its quote asks for one.
        A refusal of the whole is an outcome (FAILED, `failure_code`). Raises Refused: batch_rows_changed
        (a row cannot be paid any more: quote again), account_unknown, id_reused, confirmation_required,
        customer_not_open, not_permitted; InvalidInput: reason_invalid (the identification); SessionEnded;
        Unavailable where nothing was decided; OutcomeUnknown where no answer came: then ask `check`.
        """
        tokens = self._untold.session(order.id)
        user_id = self._access.user_id(tokens)
        self._outbox.keep(user_id, order)
        try:
            outcome = asked_again(
                self._payment, lambda: self._call(order, confirmation, tokens), order.id
            )
        except OutcomeUnknown:
            raise
        except InstaPayError:
            # Whatever else is raised says that the database changed nothing.
            self._untold.answered(user_id, order.id, was_sent=False)
            raise
        self._untold.answered(user_id, order.id, was_sent=True)
        return outcome

    def hold(self, *, batch_id: UUID) -> None:
        """Keep a batch in the outbox until `told`, so that its outcome is not lost with a screen."""
        self._untold.hold(batch_id)

    def told(self, *, batch_id: UUID) -> Callable[[], None]:
        """Ask no more after a batch whose person was told; return what drops it, and blocks."""
        return self._untold.told(batch_id)

    def check(self, *, batch_id: UUID) -> BatchOutcome:
        """Return what became of a batch whose answer was lost; one that never arrived is given up.

        Raises OutcomeUnknown while it cannot be told; SessionEnded, Refused (id_reused).
        """
        tokens = self._untold.session(batch_id)
        user_id = self._access.user_id(tokens)
        kept = self._outbox.unanswered(user_id)
        currency = next((each.amount.currency for each in kept if each.id == batch_id), "")
        try:
            row, has_notice = self._access.authorised(
                lambda token: self._payment.call_watching_notices(
                    "settle_batch", token, str(batch_id), limit_s=SEND_LIMIT_S
                ),
                tokens,
            )
        except Unavailable as error:
            raise OutcomeUnknown(batch_id) from error
        except (Refused, InvalidInput) as error:
            if not isinstance(error, SessionEnded):
                # The bank will never say more about this id.
                self._untold.answered(user_id, batch_id, was_sent=True)
            raise
        if has_notice:
            raise OutcomeUnknown(batch_id)
        self._untold.answered(user_id, batch_id, was_sent=True)
        return _outcome(batch_id, row, currency)

    def unknown(self) -> tuple[UnknownBatch, ...]:
        """Return this person's batches without an outcome, oldest first. Raises SessionEnded."""
        kept = self._outbox.unanswered(self._access.user_id())
        return tuple(each for each in kept if not self._untold.is_told(each.id))

    def _call(self, order: BatchOrder, confirmation: str | None, tokens: Tokens) -> BatchOutcome:
        payees, amounts, currency, notes = _columns(order.sheet)
        ids = _array(order.ids)
        arguments: list[object] = [str(order.id), str(order.payer_account_id), ids, payees]
        arguments += [amounts, currency]
        function = "transfer_many"
        if order.identification:
            function = "counter_transfer_many"
            arguments.append(order.identification)
        arguments.append(notes)

        def ask(token: str) -> tuple[list[str | None], bool]:
            return self._payment.call_watching_notices(
                function, token, *arguments, limit_s=SEND_LIMIT_S
            )

        row, has_notice = self._confirmed(ask, confirmation) or self._access.authorised(ask, tokens)
        *outcome, row_errors = row
        if row_errors is not None:
            raise Refused("batch_rows_changed")
        if has_notice:
            raise OutcomeUnknown(order.id)
        return _outcome(order.id, outcome, order.sheet.currency)

    @staticmethod
    def _confirmed(ask: Any, confirmation: str | None) -> Any:  # noqa: ANN401 (what `ask` returns)
        """Ask with the batch's own token; None where there is none, or none that lives."""
        if confirmation is None:
            return None
        try:
            return ask(confirmation)
        except SessionEnded:
            # Dead after two minutes: the access token tells whether the session has ended too.
            return None


def _resolved(row: BatchRow, found: Mapping[str, Mapping[str, Any]]) -> BatchRow:
    if row.error:
        return row
    answer = found[row.payee]
    name = answer["masked_name"] or ""
    is_own = answer["is_own"]
    warning = row.warning
    if row.expected_name and name and not is_own and not _may_be(row.expected_name, name):
        warning = "name_differs"
    return replace(
        row,
        account_id=None if answer["account_id"] is None else UUID(str(answer["account_id"])),
        masked_name=name,
        is_own=is_own,
        error=answer["code"] or "",
        warning=warning,
    )


def _may_be(expected: str, masked: str) -> bool:
    """Tell whether a whole name may be the one that a masked name shows the beginnings of."""
    words = expected.casefold().split()
    shown = masked.casefold().split()
    if len(words) < len(shown):
        return False
    return all(
        word.startswith(part.rstrip(_MASK)) if _MASK in part else word == part
        for word, part in zip(words, shown, strict=False)
    )


def _columns(sheet: BatchSheet) -> tuple[str, str, str, list[str]]:
    """Return payees, amounts, currency and notes as the database takes them."""
    amounts = (Decimal(0) if row.amount is None else row.amount.amount for row in sheet.rows)
    return (
        _array("NULL" if row.account_id is None else row.account_id for row in sheet.rows),
        _array(f"{amount:.2f}" for amount in amounts),
        sheet.currency,
        [row.note for row in sheet.rows],
    )


def _array(values: Iterable[object]) -> str:
    """Write values as Postgres reads an array of any type; none of these needs quotes."""
    return "{" + ",".join(map(str, values)) + "}"


def _errors(found: list[dict[str, Any]] | str) -> dict[int, str]:
    rows = json.loads(found) if isinstance(found, str) else found
    return {each["row"]: each["code"] for each in rows}


def _outcome(batch_id: UUID, row: list[str | None], currency: str) -> BatchOutcome:
    told = outcome_of(batch_id, row, currency)
    return BatchOutcome(
        id=told.id,
        status=told.status,
        failure_code=told.failure_code,
        decided_at=told.decided_at,
        balance_after=told.balance_after,
        fee=told.fee,
    )
