"""Tills: opening one, moving its cash, counting it before anything is told, closing it, handing it over."""

from __future__ import annotations

import json
from datetime import UTC
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

from services.account_rows import utc_or_none
from services.errors import InvalidInput, Refused
from services.sending import SEND_LIMIT_S, asked_again, unless_changed
from services.statements import introduce
from services.values.money import Money
from services.values.tills import (
    MAX_PIECES,
    ClosedTill,
    Count,
    OpenTill,
    Slip,
    SlipPage,
    TillSheet,
    TillState,
    TillToTakeOver,
    VaultMove,
)
from services.values.transfers import TransferStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from services.access import Access, Tokens
    from services.database import Database

    Row: TypeAlias = Mapping[str, Any]


class TillService:
    """For tellers and supervisors; what is of everybody's tills, for supervisors and auditors.

    Every verb raises Refused (not_permitted), SessionEnded, Unavailable. What moves or counts cash is done
    once by its id, or by what it is about: the same call answers the same again. It raises
    OutcomeUnknown where it was sent and no answer came: then call it again.
    """

    def __init__(self, payment: Database, access: Access) -> None:
        self._payment = payment
        self._access = access

    # One's own till

    def mine(self) -> tuple[OpenTill, ...]:
        """Return one's own tills that are not closed, one a currency at most, oldest first."""
        return tuple(map(_open_till, self._read("my_tills")))

    def closed(self) -> tuple[ClosedTill, ...]:
        """Return one's own tills that were closed within the last week, the newest first."""
        return tuple(
            ClosedTill(
                id=_uuid(row["id"]),
                number=row["number"],
                currency=row["currency"],
                business_day=row["business_day"],
                opened_at=row["opened_at"].replace(tzinfo=UTC),
                closed_at=row["closed_at"].replace(tzinfo=UTC),
            )
            for row in self._read("my_closed_tills")
        )

    def open(self, *, id: UUID, opening_float: Money) -> None:  # noqa: A002 (as every id here)
        """Open a till in the currency of its float, which comes from the vault and may be nothing.

        Raises InvalidInput (amount_invalid, account_invalid: a currency that is not offered), Refused
        (till_already_open, vault_lacks_cash, id_reused), OutcomeUnknown.
        """
        arguments = (str(id), opening_float.currency, opening_float.amount)

        def call(tokens: Tokens) -> Row:
            return self._sent("open_till", *arguments, about=id, tokens=tokens)

        self._named(call)

    def move(self, *, id: UUID, direction: VaultMove, amount: Money, note: str = "") -> None:  # noqa: A002
        """Move cash between one's own till and the vault.

        Raises InvalidInput (amount_invalid, note_invalid, account_invalid), Refused (till_not_open,
        vault_lacks_cash, drawer_lacks_cash, id_reused), OutcomeUnknown.
        """
        self._sent(
            "move_till_cash",
            str(id),
            direction.value,
            amount.currency,
            amount.amount,
            note,
            about=id,
        )

    def count(self, *, till_id: UUID, currency: str, counts: Mapping[Decimal, int]) -> Count:
        """Count one's own till, once: from here on it takes part in no payment.

        `counts` is how many there are of each denomination. Raises InvalidInput (count_invalid), Refused
        (till_unknown, already_counted: with another count, approvals_waiting), OutcomeUnknown.
        """
        row = self._sent("count_till", str(till_id), _written(counts), about=till_id)
        return Count(
            Money(row["counted"], currency), Money(row["expected"], currency), row["needs_approval"]
        )

    def close(self, *, till_id: UUID, reason: str = "") -> None:
        """Close one's own till, once it was counted: its cash goes to the vault.

        What differs is booked, for a `reason`. Raises InvalidInput (reason_invalid), Refused
        (till_unknown, till_not_counted), OutcomeUnknown.
        """
        self._sent("close_till", str(till_id), reason, about=till_id)

    # From one teller to another

    def to_take_over(self) -> tuple[TillToTakeOver, ...]:
        """Return other people's tills that were counted and are not closed yet, oldest first."""
        return tuple(
            TillToTakeOver(
                id=_uuid(row["id"]),
                number=row["number"],
                teller=row["teller"],
                currency=row["currency"],
                business_day=row["business_day"],
                counted_at=row["counted_at"].replace(tzinfo=UTC),
            )
            for row in self._read("tills_to_take_over")
        )

    def take_over(
        self,
        *,
        id: UUID,  # noqa: A002
        from_id: UUID,
        counts: Mapping[Decimal, int],
        reason: str = "",
    ) -> None:
        """Make the cash of somebody else's counted till the float of one's own, which opens by that.

        Raises InvalidInput (count_invalid; reason_invalid: that till lacks something or has too much, and
        wants a reason), Refused (counts_differ, till_unknown, till_not_counted, till_already_open,
        id_reused), OutcomeUnknown.
        """
        arguments = (str(id), str(from_id), _written(counts), reason)

        def call(tokens: Tokens) -> Row:
            return self._sent("take_over_till", *arguments, about=id, tokens=tokens)

        self._named(call)

    # What was done

    def slips(
        self, *, till_id: UUID, currency: str, before: int | None = None, limit: int = 100
    ) -> SlipPage:
        """Return slips of a till, newest first, at most `limit` (up to 500), by key.

        `before` is the `next_before` of the page above. Raises Refused (till_unknown).
        """
        rows = self._read("till_slips", str(till_id), before, limit)
        slips = tuple(_slip(row, currency) for row in rows)
        # A till's numbers begin at 1 and have no gaps.
        last = slips[-1].number if slips else 1
        return SlipPage(slips, last if last > 1 else None)

    def sheet(self, till_id: UUID) -> TillSheet:
        """Return the figures of a till. Raises Refused (till_unknown)."""
        return _sheet(till_id, self._read("till_sheet", str(till_id))[0])

    # Everybody's tills

    def tills(self, day: date | None = None) -> tuple[TillState, ...]:
        """Return all tills of a day (None: the bank's present one), and older ones that still wait."""
        return tuple(map(_state, self._read("tills", day)))

    def accept_variance(self, till_id: UUID) -> None:
        """Note that a supervisor has looked at what a closed till lacked or had too much.

        Nobody accepts their own. Raises Refused (till_unknown: nothing waits there), OutcomeUnknown.
        """
        self._sent("accept_variance", str(till_id), about=till_id)

    def supply_vault(self, *, id: UUID, amount: Money, reason: str) -> None:  # noqa: A002
        """Book cash that came into the vault from outside or, a negative amount, that left it.

        Raises InvalidInput (amount_invalid, reason_invalid, account_invalid), Refused (vault_lacks_cash,
        id_reused), OutcomeUnknown.
        """
        self._sent("supply_vault", str(id), amount.currency, amount.amount, reason, about=id)

    # Asking

    def _read(self, function: str, *arguments: object) -> list[Row]:
        return self._access.asked(
            lambda token: self._payment.call_rows(function, token, *arguments)
        )

    def _sent(
        self, function: str, *arguments: object, about: UUID, tokens: Tokens | None = None
    ) -> Row:
        """Call what is done once; once more where its answer was lost, or something changed meanwhile."""

        def ask_once(token: str) -> Row:
            return self._payment.call(function, token, *arguments, limit_s=SEND_LIMIT_S)

        ask = unless_changed(ask_once)
        held = self._access.current() if tokens is None else tokens
        return asked_again(self._payment, lambda: self._access.authorised(ask, held), about)

    def _named(self, call: Callable[[Tokens], Row]) -> None:
        """Open a till: it bears its teller's name, which Payment learns from Auth where it must."""
        tokens = self._access.current()
        try:
            call(tokens)
        except Refused as error:
            if error.code != "holder_unknown":
                raise
            introduce(self._payment, self._access, tokens)
            call(tokens)


def _written(counts: Mapping[Decimal, int]) -> str:
    """Return a count as the database reads it; the same count is always written the same."""
    if any(not 0 <= pieces <= MAX_PIECES for pieces in counts.values()):
        raise InvalidInput("count_invalid", field="count")
    return json.dumps({f"{each.normalize():f}": n for each, n in sorted(counts.items()) if n})


def _uuid(value: object) -> UUID:
    return UUID(str(value))


def _money_or_none(amount: Decimal | None, currency: str) -> Money | None:
    return None if amount is None else Money(amount, currency)


def _open_till(row: Row) -> OpenTill:
    currency = row["currency"]
    return OpenTill(
        id=_uuid(row["id"]),
        number=row["number"],
        currency=currency,
        business_day=row["business_day"],
        opened_at=row["opened_at"].replace(tzinfo=UTC),
        opening_float=Money(row["opening_float"], currency),
        drawer=Money(row["drawer"], currency),
        counted=_money_or_none(row["counted"], currency),
        expected=_money_or_none(row["expected"], currency),
        needs_approval=row["needs_approval"],
        is_of_today=row["is_of_today"],
    )


def _slip(row: Row, currency: str) -> Slip:
    corrected_by = row["corrected_by"]
    return Slip(
        number=row["number"],
        transaction_id=_uuid(row["transaction_id"]),
        kind=row["kind"],
        amount=Money(row["amount"], currency),
        fee=Money(row["fee"], currency),
        status=TransferStatus(row["status"]),
        failure_code=row["failure_code"],
        decline_reason=row["decline_reason"],
        made_at=row["made_at"].replace(tzinfo=UTC),
        decided_at=utc_or_none(row["decided_at"]),
        expires_at=utc_or_none(row["expires_at"]),
        customer=row["customer"],
        iban=row["iban"],
        payee=row["payee"],
        identification=row["identification"],
        note=row["note"],
        corrected_by=None if corrected_by is None else _uuid(corrected_by),
    )


def _sheet(till_id: UUID, row: Row) -> TillSheet:
    currency = row["currency"]

    def money(name: str) -> Money:
        return Money(row[name], currency)

    counts = row["counts"]
    return TillSheet(
        id=till_id,
        teller=row["teller"],
        number=row["number"],
        currency=currency,
        business_day=row["business_day"],
        opened_at=row["opened_at"].replace(tzinfo=UTC),
        closed_at=utc_or_none(row["closed_at"]),
        opening_float=money("opening_float"),
        cash_in_count=row["cash_in_count"],
        cash_in=money("cash_in"),
        cash_out_count=row["cash_out_count"],
        cash_out=money("cash_out"),
        correction_count=row["correction_count"],
        corrections=money("corrections"),
        from_vault=money("from_vault"),
        to_vault=money("to_vault"),
        handed_over=money("handed_over"),
        drawer=money("drawer"),
        counted=_money_or_none(row["counted"], currency),
        expected=_money_or_none(row["expected"], currency),
        counts=None if counts is None else {Decimal(each): n for each, n in counts.items()},
        variance_reason=row["variance_reason"],
        needs_approval=row["needs_approval"],
        accepted_at=utc_or_none(row["approved_at"]),
        accepted_by=row["accepted_by"],
        was_taken_over=row["was_taken_over"],
        was_handed_on=row["was_handed_on"],
    )


def _state(row: Row) -> TillState:
    currency = row["currency"]
    return TillState(
        id=_uuid(row["id"]),
        number=row["number"],
        teller=row["teller"],
        currency=currency,
        business_day=row["business_day"],
        opened_at=row["opened_at"].replace(tzinfo=UTC),
        closed_at=utc_or_none(row["closed_at"]),
        opening_float=Money(row["opening_float"], currency),
        cash_in=Money(row["cash_in"], currency),
        cash_out=Money(row["cash_out"], currency),
        drawer=Money(row["drawer"], currency),
        counted=_money_or_none(row["counted"], currency),
        expected=_money_or_none(row["expected"], currency),
        variance_reason=row["variance_reason"],
        needs_approval=row["needs_approval"],
        accepted_at=utc_or_none(row["approved_at"]),
    )
