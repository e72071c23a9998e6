"""Payments that left this computer and were not answered yet, on disk before they are sent.

One file a payment, 0600, in a folder a person: `outbox/<user id>/<transfer id>.json`. Whoever sends
holds a lock on the file, so that another window of the same person does not ask about it meanwhile.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from services.errors import Unavailable
from services.values.money import Money
from services.values.transfers import Payee, Payment

if TYPE_CHECKING:
    from pathlib import Path


_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """A payment in the outbox and when it was put there (UTC, this computer's clock)."""

    payment: Payment
    kept_at: datetime


class Outbox:
    """The outbox of this program, for whoever is signed in. Safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._held: dict[UUID, int] = {}

    def keep(self, user_id: UUID, payment: Payment) -> None:
        """Write the payment down, for good, before it is sent.

        Raises Unavailable (`outbox_unwritable`) where it could not: then it must not be sent.
        """
        with self._lock:
            if payment.id in self._held:
                return
            try:
                self._held[payment.id] = self._write(self._path(user_id, payment.id), payment)
            except OSError as error:
                raise Unavailable("outbox_unwritable", path=str(self._folder)) from error

    def forget(self, user_id: UUID, transfer_id: UUID) -> None:
        """Drop a payment whose outcome is known."""
        with self._lock:
            try:
                self._path(user_id, transfer_id).unlink(missing_ok=True)
            except OSError as error:
                # The outcome is known and must be told; a later start asks the bank once more.
                _log.warning("outbox: %s stays: %s", transfer_id, error)
            descriptor = self._held.pop(transfer_id, None)
            if descriptor is not None:
                os.close(descriptor)

    def release(self) -> None:
        """Let go of what is held, at the end of a session; the files stay."""
        with self._lock:
            for descriptor in self._held.values():
                os.close(descriptor)
            self._held.clear()

    def holds(self, transfer_id: UUID) -> bool:
        """Whether this session sent the payment."""
        with self._lock:
            return transfer_id in self._held

    def unanswered(self, user_id: UUID) -> tuple[Kept, ...]:
        """Return this person's payments that wait for an outcome, oldest first.

        What another window is busy with is left out; a file that cannot be read is left alone.
        """
        folder = self._folder / str(user_id)
        kept = []
        for path in sorted(folder.glob("*.json")) if folder.is_dir() else []:
            read = _read(path)
            if read is None or path.stem != str(read.payment.id):
                continue
            if self.holds(read.payment.id) or not _is_locked(path):
                kept.append(read)
        return tuple(sorted(kept, key=lambda each: each.kept_at))

    def find(self, user_id: UUID, transfer_id: UUID) -> Payment | None:
        """Return one payment of this person's outbox."""
        read = _read(self._path(user_id, transfer_id))
        return None if read is None else read.payment

    def _path(self, user_id: UUID, transfer_id: UUID) -> Path:
        return self._folder / str(user_id) / f"{transfer_id}.json"

    def _write(self, path: Path, payment: Payment) -> int:
        for folder in (self._folder, path.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            raise
        try:
            os.ftruncate(descriptor, 0)
            _write_whole(descriptor, _encode(payment))
            os.fsync(descriptor)
            _sync_folder(path.parent)
        except OSError:
            path.unlink(missing_ok=True)
            os.close(descriptor)
            raise
        return descriptor


def _write_whole(descriptor: int, octets: bytes) -> None:
    """Write all: on a disk that is filling up one write may take a part only."""
    while octets:
        octets = octets[os.write(descriptor, octets) :]


def _sync_folder(folder: Path) -> None:
    """Make the file's name last too, not only what is in it."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_locked(path: Path) -> bool:
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def _encode(payment: Payment) -> bytes:
    return json.dumps(
        {
            "id": str(payment.id),
            "kept_at": datetime.now(UTC).isoformat(),
            "payer_account_id": str(payment.payer_account_id),
            "amount": str(payment.amount.amount),
            "currency": payment.amount.currency,
            "note": payment.note,
            "payee": {
                "account_id": str(payment.payee.account_id),
                "masked_name": payment.payee.masked_name,
                "currency": payment.payee.currency,
                "reached_by": payment.payee.reached_by,
                "is_own": payment.payee.is_own,
            },
        },
        ensure_ascii=False,
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
        return Kept(payment, datetime.fromisoformat(found["kept_at"]))
    except (OSError, ArithmeticError, AttributeError, KeyError, TypeError, ValueError):
        return None
