"""How what is kept in the outbox stands in its file: JSON, whoever sent it and whatever it is."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

from services.values.counter import CounterKind, CounterPayment
from services.values.money import Money
from services.values.transfers import Payee, Payment

if TYPE_CHECKING:
    from pathlib import Path

#: Whatever moves money once by an id of its own.
Order: TypeAlias = Payment | CounterPayment

_quoted = json.encoder.encode_basestring_ascii


@dataclass(frozen=True, slots=True)
class Kept:
    """What is in the outbox, whose it is, and when it was put there (UTC, this computer's clock)."""

    user_id: UUID
    payment: Order
    kept_at: datetime


def encode(user_id: UUID, order: Order) -> bytes:
    """Return what is to be written."""
    if isinstance(order, Payment):
        return _payment_octets(user_id, order)
    told = {
        "id": order.id.hex,
        "user_id": user_id.hex,
        "kept_at": time.time(),
        "kind": order.kind.value,
        "customer": order.customer,
        "account_id": _hex(order.account_id),
        "amount": str(order.amount.amount),
        "currency": order.amount.currency,
        "identification": order.identification,
        "note": order.note,
        "payee": None if order.payee is None else _told_payee(order.payee),
        "original_id": _hex(order.original_id),
    }
    # Not in ASCII: a reason, a note and a name of rare letters would take more than a slot has.
    return json.dumps(told, ensure_ascii=False).encode()


def read(path: Path) -> Kept | None:
    """Return what a file keeps; None for a blank one and for what no version of ours has written."""
    try:
        found = json.loads(path.read_bytes())
        order = _counter_payment(found) if "kind" in found else _payment(found)
        # An earlier version said whose it is by the folder.
        user_id = UUID(found.get("user_id", path.parent.name))
        return Kept(user_id, order, _moment(found["kept_at"]))
    except (OSError, ArithmeticError, AttributeError, KeyError, TypeError, ValueError):
        return None


def _payment_octets(user_id: UUID, payment: Payment) -> bytes:
    """Write it as JSON; by hand, as it is in the way of each payment, and only texts need care."""
    payee = payment.payee
    return (
        f'{{"id": "{payment.id.hex}", "user_id": "{user_id.hex}", "kept_at": {time.time()},'
        f' "payer_account_id": "{payment.payer_account_id.hex}",'
        f' "amount": "{payment.amount.amount}", "currency": {_quoted(payment.amount.currency)},'
        f' "note": {_quoted(payment.note)}, "payee": {{"account_id": "{payee.account_id.hex}",'
        f' "masked_name": {_quoted(payee.masked_name)}, "currency": {_quoted(payee.currency)},'
        f' "reached_by": {_quoted(payee.reached_by)}, "is_own": {"true" if payee.is_own else "false"}}}}}'
    ).encode()


def _told_payee(payee: Payee) -> dict[str, object]:
    return {
        "account_id": payee.account_id.hex,
        "masked_name": payee.masked_name,
        "currency": payee.currency,
        "reached_by": payee.reached_by,
        "is_own": payee.is_own,
    }


def _payment(found: dict[str, Any]) -> Payment:
    return Payment(
        id=UUID(found["id"]),
        payer_account_id=UUID(found["payer_account_id"]),
        payee=_payee(found["payee"]),
        amount=Money(Decimal(found["amount"]), found["currency"]),
        note=found["note"],
    )


def _counter_payment(found: dict[str, Any]) -> CounterPayment:
    payee = found["payee"]
    return CounterPayment(
        id=UUID(found["id"]),
        kind=CounterKind(found["kind"]),
        customer=found["customer"],
        account_id=_id(found["account_id"]),
        amount=Money(Decimal(found["amount"]), found["currency"]),
        identification=found["identification"],
        note=found["note"],
        payee=None if payee is None else _payee(payee),
        original_id=_id(found["original_id"]),
    )


def _payee(found: dict[str, Any]) -> Payee:
    return Payee(
        account_id=UUID(found["account_id"]),
        masked_name=found["masked_name"],
        currency=found["currency"],
        reached_by=found["reached_by"],
        is_own=found["is_own"],
    )


def _hex(known: UUID | None) -> str | None:
    return None if known is None else known.hex


def _id(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)


def _moment(kept_at: str | float) -> datetime:
    # An earlier version wrote it out.
    if isinstance(kept_at, str):
        return datetime.fromisoformat(kept_at)
    return datetime.fromtimestamp(kept_at, UTC)
