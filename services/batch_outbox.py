"""Batches that left this computer and whose outcome nobody was told yet, on disk before they are sent.

A file each, as the outbox of payments has them (`outbox_slots`). The rows are not kept: what was sent is
known to the bank by the batch's id, and it is only asked about that.
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
from services.values.batches import UnknownBatch
from services.values.money import Money

if TYPE_CHECKING:
    from pathlib import Path

    from services.values.batches import BatchOrder

_log = logging.getLogger(__name__)
_MAX_NAME = 200


@dataclass(frozen=True, slots=True)
class _Kept:
    user_id: UUID
    batch: UnknownBatch


class BatchOutbox:
    """The batches that this program has on their way. Safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._held: dict[UUID, Slot] = {}

    def keep(self, user_id: UUID, order: BatchOrder) -> None:
        """Write down, for good, that a batch is about to be sent.

        Raises Unavailable (`outbox_unwritable`) where that cannot be: then it must not be sent.
        """
        with self._lock:
            if order.id in self._held:
                return
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            slot = Slot(self._folder)
            slot.write(_encoded(user_id, order))
        except OSError as error:
            raise Unavailable("outbox_unwritable", path=str(self._folder)) from error
        with self._lock:
            self._held[order.id] = slot

    def forget(self, user_id: UUID, batch_id: UUID) -> None:
        """Drop a batch whose outcome is known."""
        with self._lock:
            slot = self._held.pop(batch_id, None)
        if slot is not None:
            slot.close(keep=False)
            return
        for path, kept in self._found():
            if (kept.user_id, kept.batch.id) == (user_id, batch_id):
                try:
                    path.unlink(missing_ok=True)
                except OSError as error:
                    # A later start asks the bank once more, and is told the same.
                    _log.warning("outbox: %s stays: %s", batch_id, error)

    def only_ask(self, batch_id: UUID) -> None:
        """Do nothing: a batch is never sent by itself, as its rows are not kept."""

    def unanswered(self, user_id: UUID) -> tuple[UnknownBatch, ...]:
        """Return this person's batches of whose outcome they were not told, oldest first.

        What another window is busy with is left out.
        """
        with self._lock:
            held = frozenset(self._held)
        found = [
            kept.batch
            for path, kept in self._found()
            if kept.user_id == user_id and (kept.batch.id in held or not is_held(path))
        ]
        return tuple(sorted(found, key=lambda each: each.sent_at))

    def _found(self) -> list[tuple[Path, _Kept]]:
        found = []
        for path in sorted(self._folder.glob("*.json")):
            kept = _read(path)
            if kept is None:
                remove_blank(path)
            else:
                found.append((path, kept))
        return found


def _encoded(user_id: UUID, order: BatchOrder) -> bytes:
    total = order.sheet.total
    return json.dumps({
        "id": order.id.hex,
        "user_id": user_id.hex,
        "payer_account_id": order.payer_account_id.hex,
        "rows": len(order.sheet.rows),
        "amount": str(total.amount),
        "currency": total.currency,
        "name": order.name[:_MAX_NAME],
        "kept_at": time.time(),
    }).encode()  # fmt: skip


def _read(path: Path) -> _Kept | None:
    try:
        found = json.loads(path.read_bytes())
        return _Kept(
            UUID(found["user_id"]),
            UnknownBatch(
                id=UUID(found["id"]),
                payer_account_id=UUID(found["payer_account_id"]),
                row_count=int(found["rows"]),
                amount=Money(Decimal(found["amount"]), found["currency"]),
                name=str(found["name"]),
                sent_at=datetime.fromtimestamp(found["kept_at"], UTC),
            ),
        )
    except (OSError, ArithmeticError, AttributeError, KeyError, TypeError, ValueError):
        return None
