"""News as they happen: a connection that LISTENs to the signed-in person's own channel.

Whoever watches the counter (supervisors, auditors) has its channel besides. A channel only says that
there is news; what they are is asked for as ever. LISTEN needs a connection
that stays one session's (docs/operations.md): a pooler in transaction mode gives none.
"""

from __future__ import annotations

import logging
import select
import socket
import threading
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import psycopg2
from psycopg2 import sql

from services.deadlines import WATCHDOG
from services.errors import InstaPayError, SessionEnded
from services.values.people import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from psycopg2.extensions import connection as RawConnection  # noqa: N812 (a class, named in lower case)

    from services.access import Access
    from services.database import Database

_log = logging.getLogger(__name__)

#: So long a server may be silent before it is asked for a sign of life; one behind a broken line is
#: silent too.
HEARTBEAT_S = 15.0
_ANSWER_LIMIT_S = 5.0
#: A lost connection is made anew after this long, then after twice as long each time.
FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 15.0
_WATCH_THE_COUNTER = frozenset({Role.SUPERVISOR, Role.AUDITOR})


class LiveService:
    """Lets windows know that something changed for their person."""

    def __init__(self, line: Database, payment: Database, access: Access) -> None:
        """`line` is Payment by a URL that can LISTEN; `payment` answers what the channels' names are."""
        self._line = line
        self._payment = payment
        self._access = access
        self._followed: list[Following] = []

    def follow(self, *, on_news: Callable[[], None]) -> Following:
        """Call `on_news()` whenever there may be news, until the answer is stopped. Waits for nothing.

        It is called from a thread of its own: after each message of a channel, and each time that
        the channels were joined, as nobody tells of what happened before.
        """
        made = Following(self._line, self._channels, on_news)
        self._followed = [each for each in self._followed if not each.is_stopped]
        self._followed.append(made)
        made.start()
        return made

    def close(self) -> None:
        """Stop all that listen."""
        for each in self._followed:
            each.stop()

    def _channels(self) -> tuple[str, ...]:
        names = ["my_channel"]
        if _WATCH_THE_COUNTER & set(self._access.claims()["roles"]):
            names.append("counter_channel")
        return tuple(map(self._channel, names))

    def _channel(self, function: str) -> str:
        return str(self._access.asked(lambda token: self._payment.call(function, token))[function])


class Following:
    """Listens in one thread until `stop`; a lost connection is made anew."""

    def __init__(
        self,
        line: Database,
        ask_channels: Callable[[], tuple[str, ...]],
        on_news: Callable[[], None],
    ) -> None:
        self._line = line
        self._ask_channels = ask_channels
        self._on_news = on_news
        #: Asked for once: a locked window may ask nothing, and listens on.
        self._channels: tuple[str, ...] = ()
        self._pause_s = FIRST_PAUSE_S
        self._stopping = threading.Event()
        self._waking, self._woken = socket.socketpair()
        self._thread = threading.Thread(target=self._run, name="live", daemon=True)

    @property
    def is_stopped(self) -> bool:
        """It was stopped."""
        return self._stopping.is_set()

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End soon, and tell nothing more; a connection that is just being made is left to its limit."""
        self._stopping.set()
        with suppress(OSError):
            self._waking.close()

    def _run(self) -> None:
        with closing(self._woken):
            while not self._stopping.is_set():
                try:
                    self._listen()
                except SessionEnded:
                    # Whoever asks next is told so too, and the window asks to sign in again.
                    break
                except (InstaPayError, psycopg2.Error) as error:
                    _log.info("not listening: %s", type(error).__name__)
                except Exception:  # noqa: BLE001 (the border of the thread: screens still ask every 15 s)
                    _log.exception("fault while listening")
                if self._stopping.wait(self._pause_s):
                    break
                self._pause_s = min(LONGEST_PAUSE_S, 2 * self._pause_s)

    def _listen(self) -> None:
        """Join the channels, tell of all that comes until the connection is lost or `stop`."""
        if not self._channels:
            self._channels = self._ask_channels()
        with closing(self._line.open_connection()) as connection:
            for each in self._channels:
                _ask(connection, sql.SQL("LISTEN {}").format(sql.Identifier(each)))
            _log.debug("listening")
            self._pause_s = FIRST_PAUSE_S
            self._tell()
            self._wait(connection)

    def _wait(self, connection: RawConnection) -> None:
        # poll, as select takes no descriptor above 1023.
        poller = select.poll()
        for each in (connection, self._woken):
            poller.register(each.fileno(), select.POLLIN | select.POLLHUP | select.POLLERR)
        while not self._stopping.is_set():
            if poller.poll(round(HEARTBEAT_S * 1000)):
                connection.poll()
            else:
                _ask(connection, sql.SQL("SELECT 1"))
            if connection.notifies:
                connection.notifies.clear()
                self._tell()

    def _tell(self) -> None:
        if not self._stopping.is_set():
            self._on_news()


def _ask(connection: RawConnection, statement: sql.Composable) -> None:
    with WATCHDOG.watch(connection, _ANSWER_LIMIT_S), connection.cursor() as cursor:
        cursor.execute(statement)
