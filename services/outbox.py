"""Payments that left this computer and whose outcome nobody was told yet, on disk before they are sent.

A payment is a customer's own or one that a teller makes for a customer (`outbox_files`). In the folder
`outbox` a file for each that a window has on its way at a time (`outbox_slots`), used again for the next
one; it says whose payment it is. A window holds a lock on its files, so that another window of the same
person does not ask about a payment that is just being sent.
"""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from services.errors import Unavailable
from services.outbox_files import encode, read
from services.outbox_slots import Slot, is_held, remove_blank

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from services.outbox_files import Kept, Order

_log = logging.getLogger(__name__)


class Outbox:
    """The outbox of this program, for whoever is signed in. Safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        #: What this session sent and waits for, and slots that are free for the next one.
        self._held: dict[UUID, Slot] = {}
        self._free: list[Slot] = []
        #: What an earlier session sent, while its files are being closed: no other window has those.
        self._released: set[UUID] = set()
        #: Which session this is: what is being written as one ends is of that one.
        self._era = 0
        #: What is not to be sent once more, though this session sent it.
        self._only_asked: set[UUID] = set()

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

    def keep(self, user_id: UUID, payment: Order) -> None:
        """Write the payment down, for good, before it is sent.

        Raises Unavailable (`outbox_unwritable`) where it could not: then it must not be sent.
        """
        with self._lock:
            if payment.id in self._held:
                return
            slot, era = self._free.pop() if self._free else None, self._era
        octets = encode(user_id, payment)
        try:
            if slot is None or not _written(slot, octets):
                slot = self._new_slot()
                if not _written(slot, octets):
                    raise Unavailable("outbox_unwritable", path=str(self._folder))
        except OSError as error:
            raise Unavailable("outbox_unwritable", path=str(self._folder)) from error
        with self._lock:
            self._held[payment.id] = slot
            if era != self._era:
                self._only_asked.add(payment.id)

    def forget(self, user_id: UUID, transfer_id: UUID) -> None:
        """Drop a payment whose outcome is known."""
        with self._lock:
            slot = self._held.pop(transfer_id, None)
            self._only_asked.discard(transfer_id)
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

    def only_ask(self, transfer_id: UUID) -> None:
        """Treat a payment that the bank has not made as one of an earlier session: it is asked about."""
        with self._lock:
            self._only_asked.add(transfer_id)

    def let_go(self) -> Callable[[], None]:
        """Hold nothing any more, at the end of a session; what is unanswered stays.

        Waits for no disk: what it returns does, and closes the files.
        """
        with self._lock:
            held, self._held = self._held, {}
            free, self._free = self._free, []
            self._released.update(held)
            self._era += 1
            self._only_asked.clear()

        def close() -> None:
            for slot in held.values():
                slot.close(keep=True)
            for slot in free:
                slot.close(keep=False)
            with self._lock:
                self._released.difference_update(held)

        return close

    def holds(self, transfer_id: UUID) -> bool:
        """Whether this session sent the payment, and may send it once more."""
        with self._lock:
            return transfer_id in self._held and transfer_id not in self._only_asked

    def unanswered(self, user_id: UUID) -> tuple[Kept, ...]:
        """Return this person's payments of whose outcome they were not told, oldest first.

        What another window is busy with is left out; a file that cannot be read is left alone.
        """
        with self._lock:
            held = self._released.union(self._held)
        kept = {}
        for path in self._paths():
            found = read(path)
            if found is None:
                remove_blank(path)
            elif found.user_id == user_id and (found.payment.id in held or not is_held(path)):
                kept[found.payment.id] = found
        return tuple(sorted(kept.values(), key=lambda each: each.kept_at))

    def find(self, user_id: UUID, transfer_id: UUID) -> Order | None:
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
        found = ((path, read(path)) for path in self._paths())
        return [
            (path, kept)
            for path, kept in found
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
