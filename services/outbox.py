"""Payments that left this computer and were not answered yet, on disk before they are sent.

In the folder `outbox` a file for each payment that a window has on its way at a time (`outbox_slots`), used
again for the next one; it says whose payment it is. A window holds a lock on its files, so that another
window of the same person does not ask about a payment that is just being sent.
"""

from __future__ import annotations

import json
import logging
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from services.errors import Unavailable
from services.outbox_slots import Slot, is_held, remove_blank
from services.values.money import Money
from services.values.transfers import Payee, Payment

if TYPE_CHECKING:
    from pathlib import Path


_log = logging.getLogger(__name__)
_quoted = json.encoder.encode_basestring_ascii


@dataclass(frozen=True, slots=True)
class Kept:
    """A payment in the outbox, whose it is, and when it was put there (UTC, this computer's clock)."""

    user_id: UUID
    payment: Payment
    kept_at: datetime


class Outbox:
    """The outbox of this program, for whoever is signed in. Safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        #: What this session sent and waits for, and slots that are free for the next one.
        self._held: dict[UUID, Slot] = {}
        self._free: list[Slot] = []

    def prepare(self) -> None:
        """Make the file for the first payment now, as that takes a few milliseconds."""
        try:
            slot = self._new_slot()
        except OSError as error:
            # Whoever only looks at an account must not be kept out by a full disk.
            _log.warning("outbox: %s", error)
            return
        with self._lock:
            self._free.append(slot)

    def keep(self, user_id: UUID, payment: Payment) -> None:
        """Write the payment down, for good, before it is sent.

        Raises Unavailable (`outbox_unwritable`) where it could not: then it must not be sent.
        """
        with self._lock:
            if payment.id in self._held:
                return
            slot = self._free.pop() if self._free else None
        octets = _encode(user_id, payment)
        try:
            if slot is None or not _written(slot, octets):
                slot = self._new_slot()
                if not _written(slot, octets):
                    raise Unavailable("outbox_unwritable", path=str(self._folder))
        except OSError as error:
            raise Unavailable("outbox_unwritable", path=str(self._folder)) from error
        with self._lock:
            self._held[payment.id] = slot

    def forget(self, user_id: UUID, transfer_id: UUID) -> None:
        """Drop a payment whose outcome is known."""
        with self._lock:
            slot = self._held.pop(transfer_id, None)
        try:
            if slot is None:
                for path, _ in self._left_behind(user_id, transfer_id):
                    path.unlink(missing_ok=True)
                return
            slot.blank()
        except OSError as error:
            # The outcome is known and must be told; a later start asks the bank once more.
            _log.warning("outbox: %s stays: %s", transfer_id, error)
            if slot is not None:
                slot.close(keep=True)
            return
        with self._lock:
            self._free.append(slot)

    def release(self) -> None:
        """Let go of what is held, at the end of a session; what is unanswered stays."""
        with self._lock:
            for slot in self._held.values():
                slot.close(keep=True)
            for slot in self._free:
                slot.close(keep=False)
            self._held.clear()
            self._free.clear()

    def holds(self, transfer_id: UUID) -> bool:
        """Whether this session sent the payment."""
        with self._lock:
            return transfer_id in self._held

    def unanswered(self, user_id: UUID) -> tuple[Kept, ...]:
        """Return this person's payments that wait for an outcome, oldest first.

        What another window is busy with is left out; a file that cannot be read is left alone.
        """
        kept = {}
        for path in self._paths():
            read = _read(path)
            if read is None:
                remove_blank(path)
            elif read.user_id == user_id and (self.holds(read.payment.id) or not is_held(path)):
                kept[read.payment.id] = read
        return tuple(sorted(kept.values(), key=lambda each: each.kept_at))

    def find(self, user_id: UUID, transfer_id: UUID) -> Payment | None:
        """Return one payment of this person's outbox."""
        for _, kept in self._left_behind(user_id, transfer_id):
            return kept.payment
        return None

    def _new_slot(self) -> Slot:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Slot(self._folder)

    def _paths(self) -> list[Path]:
        # Below it lie the folders a person that an earlier version made.
        return sorted([*self._folder.glob("*.json"), *self._folder.glob("*/*.json")])

    def _left_behind(self, user_id: UUID, transfer_id: UUID) -> list[tuple[Path, Kept]]:
        read = ((path, _read(path)) for path in self._paths())
        return [
            (path, kept)
            for path, kept in read
            if kept is not None and (kept.user_id, kept.payment.id) == (user_id, transfer_id)
        ]


def _written(slot: Slot, octets: bytes) -> bool:
    """Fill a slot; close it where that fails: its file may have been removed, or its disk be failing."""
    try:
        slot.write(octets)
    except OSError as error:
        _log.warning("outbox: %s", error)
        slot.close(keep=False)
        return False
    return True


def _encode(user_id: UUID, payment: Payment) -> bytes:
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


def _read(path: Path) -> Kept | None:
    try:
        found = json.loads(path.read_bytes())
        payee = found["payee"]
        payment = Payment(
            id=UUID(found["id"]),
            payer_account_id=UUID(found["payer_account_id"]),
            payee=Payee(
                account_id=UUID(payee["account_id"]),
                masked_name=payee["masked_name"],
                currency=payee["currency"],
                reached_by=payee["reached_by"],
                is_own=payee["is_own"],
            ),
            amount=Money(Decimal(found["amount"]), found["currency"]),
            note=found["note"],
        )
        # An earlier version said whose it is by the folder.
        user_id = UUID(found.get("user_id", path.parent.name))
        return Kept(user_id, payment, _moment(found["kept_at"]))
    except (OSError, ArithmeticError, AttributeError, KeyError, TypeError, ValueError):
        return None


def _moment(kept_at: str | float) -> datetime:
    # An earlier version wrote it out.
    if isinstance(kept_at, str):
        return datetime.fromisoformat(kept_at)
    return datetime.fromtimestamp(kept_at, UTC)
