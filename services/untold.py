"""What the bank has answered and nobody was told yet stays in its outbox until somebody was."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from services.errors import SessionEnded

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from services.access import Access, Tokens


class Box(Protocol):
    """An outbox, of payments or of batches."""

    def forget(self, user_id: UUID, order_id: UUID, /) -> None:
        """Drop what has an outcome."""

    def only_ask(self, order_id: UUID, /) -> None:
        """Have what the bank has not made asked about from now on, and not sent by itself."""


class Untold:
    """Says when an order leaves its outbox. Safe to use from several threads.

    A screen may go between the bank's answer and its telling: the window is closed, another language
    is chosen, the session ends. An order that was announced by `hold` stays until `told`, and is asked
    about by whoever comes next of the same person; any other one leaves with its answer.
    """

    def __init__(self, box: Box, access: Access) -> None:
        self._box = box
        self._access = access
        self._lock = threading.Lock()
        #: Orders that somebody waits for, and whose they are once they are answered.
        self._awaited: dict[UUID, UUID | None] = {}
        #: Those that were told, also while their files are not dropped yet, or could not be.
        self._told: set[UUID] = set()
        #: In whose session each is sent or asked after, whoever signs in before a thread gets round to it.
        self._sessions: dict[UUID, Tokens] = {}

    def hold(self, order_id: UUID) -> None:
        """Keep this one until `told`; it is sent, or asked after, in the session of now."""
        with self._lock:
            self._awaited.setdefault(order_id, None)
            self._told.discard(order_id)
            with suppress(SessionEnded):
                self._sessions[order_id] = self._access.current()

    def session(self, order_id: UUID) -> Tokens:
        """Return the session that `hold` saw; that of now where nobody holds it. Raises SessionEnded."""
        with self._lock:
            held = self._sessions.get(order_id)
        return self._access.current() if held is None else held

    def answered(self, user_id: UUID, order_id: UUID, *, was_sent: bool) -> None:
        """Take note of an answer; `was_sent` is false where the bank has changed nothing, and will not."""
        with self._lock:
            is_held = order_id in self._awaited
            if is_held:
                self._awaited[order_id] = user_id
        if not is_held:
            self._box.forget(user_id, order_id)
        elif not was_sent:
            self._box.only_ask(order_id)

    def told(self, order_id: UUID) -> Callable[[], None]:
        """Have nobody told once more of what was told now; return what drops it, which blocks on a file."""
        with self._lock:
            user_id = self._awaited.pop(order_id, None)
            self._sessions.pop(order_id, None)
            if user_id is None:
                return lambda: None
            self._told.add(order_id)

        def drop() -> None:
            # It may have been sent once more meanwhile.
            if self.is_told(order_id):
                self._box.forget(user_id, order_id)

        return drop

    def is_told(self, order_id: UUID) -> bool:
        """Whether somebody was told of its answer: what its file says then is of the past."""
        with self._lock:
            return order_id in self._told
