"""One of the two databases, as the desktop reaches it: connections, calls and reads.

Every call is a transaction of its own (autocommit), one round trip, with a deadline. Reads carry the
access token in front of the query, in the same round trip, as the only session state there is.
"""

from __future__ import annotations

import logging
import select
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import psycopg2
import sqlalchemy.exc
from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session

from services import tls
from services.database_errors import translate
from services.deadlines import WATCHDOG
from services.errors import InstaPayError, SettingsInvalid, Unavailable
from services.record_text import fields
from services.values.connection import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from uuid import UUID

    from psycopg2.extensions import connection as RawConnection  # noqa: N812 (a class, named in lower case)
    from psycopg2.extensions import cursor as RawCursor  # noqa: N812 (the same)
    from sqlalchemy import Connection, PoolProxiedConnection

    from models.heads import Database as DatabaseName

_T = TypeVar("_T")
_log = logging.getLogger(__name__)

READ_LIMIT_S = 8.0
#: So many connections wait beside the pool for the next call.
_MOST_AT_HAND = 2
CONNECT_TIMEOUT_S = 3
_TOKEN_OPTION = "instapay_token"  # noqa: S105 (an option's name)
_TOKEN_PREFIX = f"select set_config('instapay.token', %({_TOKEN_OPTION})s, true);\n"
#: TCP gives up on a peer that has vanished after about 6 s (libpq, socket options).
NETWORK: dict[str, Any] = {
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
    "tcp_user_timeout": 6000,
}


class ConnectionLost(Unavailable):
    """The server went away while a call was on its way: what it did is not known."""


class _Notices:
    """Counts a call's notices. No list, as SQLAlchemy logs and empties one before anybody looks."""

    def __init__(self) -> None:
        self.count = 0

    def append(self, _notice: str) -> None:
        """Take one from psycopg2."""
        self.count += 1


class _Line:
    """A connection of the pool's that calls go through, with what tells whether its server has gone."""

    __slots__ = ("_poller", "driver", "pooled")

    def __init__(self, pooled: PoolProxiedConnection) -> None:
        self.pooled = pooled
        self.driver: RawConnection = pooled.driver_connection  # type: ignore[assignment] # psycopg2 is our driver
        self._poller = _polling(self.driver)

    def is_quiet(self) -> bool:
        """Tell whether it can be used: there is something to read on one whose server has gone."""
        return not self.driver.closed and not self._poller.poll(0)


class Database:
    """One database and its pool. Safe to use from several threads.

    `url` is asked at every new connection, as a private server may come back on another port.
    """

    def __init__(self, name: DatabaseName, url: Callable[[], str]) -> None:
        self.name = name
        self._url = url
        self._engine = create_engine(
            "postgresql+psycopg2://",
            creator=self._connect,
            isolation_level="AUTOCOMMIT",
            pool_size=4,
            max_overflow=12,
            pool_timeout=3,
            pool_reset_on_return=None,
            pool_use_lifo=True,
            # Parameters of a failed call are passwords' proofs and tokens: never in an error text.
            hide_parameters=True,
        )
        self._at_hand: list[_Line] = []
        event.listen(self._engine, "checkout", _refuse_stale)
        event.listen(self._engine, "before_cursor_execute", _put_token_in_front, retval=True)

    def close(self) -> None:
        """Close the connections that are not in use."""
        while self._at_hand:
            self._at_hand.pop().pooled.close()
        self._engine.dispose()

    def open_connection(self) -> RawConnection:
        """Open a connection beside the pool, in autocommit mode; whoever asked closes it.

        Raises Unavailable and what else refuses one.
        """
        made = self._lent(self._connect)
        made.autocommit = True
        return made

    def server(self) -> Server:
        """Return what connections lead to, without a query.

        Raises Unavailable and what else refuses a connection.
        """
        with self._connection() as connection:
            info = _raw(connection).info
            return Server(
                host=info.host or "",
                port=info.port,
                version=(info.parameter_status("server_version") or "").partition(" ")[0],
                is_encrypted=bool(info.ssl_in_use),
            )

    def call(
        self, function: str, *arguments: object, limit_s: float = READ_LIMIT_S
    ) -> Mapping[str, Any]:
        """Call `api.<function>` with positional arguments; return its one row.

        Raises what the database raised as an error of ours; Unavailable where no connection could
        be had, so that nothing was sent; ConnectionLost where the answer was lost.
        """
        (row,) = self.call_rows(function, *arguments, limit_s=limit_s)
        return row

    def call_rows(
        self, function: str, *arguments: object, limit_s: float = READ_LIMIT_S
    ) -> list[Mapping[str, Any]]:
        """Call like `call`; return all rows."""
        return self._called(_calling(function, len(arguments)), arguments, limit_s, None, _rows)

    def call_watching_notices(
        self, function: str, *arguments: object, limit_s: float
    ) -> tuple[list[str | None], bool]:
        """Call what answers one row; return its fields as texts, and whether the server sent a notice.

        A commit that gave up waiting for a standby says so in a notice only.
        """
        notices = _Notices()
        statement = _calling_for_one(function, len(arguments))
        text = self._called(statement, arguments, limit_s, notices, _only_value)
        return fields(text), notices.count > 0

    def flush(self, transfer_id: UUID, limit_s: float) -> bool:
        """Wait until a payment is on disk; tell whether the server sent a notice.

        Raises ConnectionLost where that is not known, whatever the reason: the payment may be lost yet, or
        the server that answers may never have heard of it.
        """
        notices = _Notices()
        try:
            self._called(_calling("flush", 1), (str(transfer_id),), limit_s, notices, _rows)
        except (InstaPayError, psycopg2.Error) as error:
            raise ConnectionLost("server_unreachable", database=self.name) from error
        return notices.count > 0

    def read(
        self, query: Callable[[Session], _T], *, token: str | None, limit_s: float = READ_LIMIT_S
    ) -> _T:
        """Run ORM selects under row-level security, as the person of the access token.

        A connection that turns out to be lost is replaced and the query asked once more.
        """
        try:
            return self._read_once(query, token, limit_s)
        except ConnectionLost:
            return self._read_once(query, token, limit_s)

    def _read_once(self, query: Callable[[Session], _T], token: str | None, limit_s: float) -> _T:
        with self._connection() as connection, self._answering(connection, limit_s):
            optioned = connection.execution_options(**{_TOKEN_OPTION: token or ""})
            try:
                with Session(optioned) as session:
                    return query(session)
            finally:
                connection.execution_options(**{_TOKEN_OPTION: ""})

    def _called(
        self,
        statement: str,
        arguments: tuple[object, ...],
        limit_s: float,
        notices: _Notices | None,
        read: Callable[[RawCursor], _T],
    ) -> _T:
        """Call through psycopg2 itself: SQLAlchemy's way around a call costs as much as the call."""
        line = self._line()
        driver = line.driver
        if notices is not None:
            driver.notices = notices  # type: ignore[assignment] # any object with `append`
        key = WATCHDOG.begin(driver, limit_s)
        try:
            answer = _executed(driver, statement, arguments, read)
        except BaseException as error:
            WATCHDOG.end(key)
            known = translate(error, self.name) if isinstance(error, psycopg2.Error) else None
            if known is not None and known.code == "server_unreachable":
                line.pooled.invalidate()
                raise ConnectionLost(known.code, **known.data) from error
            line.pooled.close()
            if known is None:
                raise
            raise known from error
        WATCHDOG.end(key)
        self._put_down(line)
        return answer

    def _line(self) -> _Line:
        """Take what the last call used, or else a connection from the pool."""
        while self._at_hand:
            try:
                line = self._at_hand.pop()
            except IndexError:
                break
            if line.is_quiet():
                return line
            line.pooled.invalidate()
        return _Line(self._lent(self._engine.raw_connection))

    def _put_down(self, line: _Line) -> None:
        # More than these go back to the pool, where reads find them.
        if len(self._at_hand) < _MOST_AT_HAND:
            self._at_hand.append(line)
        else:
            line.pooled.close()

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        connection = self._lent(self._engine.connect)
        with connection:
            yield connection

    def _lent(self, borrow: Callable[[], _T]) -> _T:
        """Take a connection from the pool. Raises Unavailable and what else refuses one."""
        try:
            return borrow()
        except sqlalchemy.exc.TimeoutError as error:
            raise Unavailable("server_busy", database=self.name) from error
        except (sqlalchemy.exc.DBAPIError, psycopg2.Error) as error:
            original = error.orig if isinstance(error, sqlalchemy.exc.DBAPIError) else error
            if isinstance(original, psycopg2.ProgrammingError):
                # libpq quotes a connection string that it cannot read, its password too.
                _log.error("the URL of %s cannot be read", self.name)
                raise SettingsInvalid(
                    "settings_invalid", name=f"{self.name}_url", reason="not a postgresql:// URL"
                ) from None
            # Its other words name hosts, logins and causes, never a password.
            _log.warning("no connection to %s: %s", self.name, str(original).strip())
            known = translate(original, self.name) if isinstance(original, psycopg2.Error) else None
            raise known or Unavailable("server_unreachable", database=self.name) from error

    @contextmanager
    def _answering(self, connection: Connection, limit_s: float) -> Iterator[None]:
        try:
            with WATCHDOG.watch(_raw(connection), limit_s):
                yield
        except sqlalchemy.exc.DBAPIError as error:
            known = _original(error, self.name)
            if known is None:
                raise
            if known.code == "server_unreachable":
                connection.invalidate()
                raise ConnectionLost(known.code, **known.data) from error
            raise known from error

    def _connect(self) -> RawConnection:
        url = self._url()
        try:
            connection: RawConnection = psycopg2.connect(
                url,
                connect_timeout=CONNECT_TIMEOUT_S,
                application_name="mini-instapay",
                **NETWORK,
            )
        except psycopg2.OperationalError as error:
            distrust = tls.distrust(url, self.name)
            if distrust is None:
                raise
            _log.warning("no connection to %s: %s", self.name, str(error).strip())
            raise distrust from error
        return connection


def _executed(
    connection: RawConnection,
    statement: str,
    arguments: tuple[object, ...],
    read: Callable[[RawCursor], _T],
) -> _T:
    cursor = connection.cursor()
    try:
        cursor.execute(statement, arguments)
        return read(cursor)
    finally:
        cursor.close()


def _rows(cursor: RawCursor) -> list[Mapping[str, Any]]:
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _only_value(cursor: RawCursor) -> Any:  # noqa: ANN401 (whatever the database has)
    ((value,),) = cursor.fetchall()
    return value


@cache
def _calling(function: str, arguments: int) -> str:
    return f"select * from {_call(function, arguments)}"  # noqa: S608 (names are constants of ours)


@cache
def _calling_for_one(function: str, arguments: int) -> str:
    return f"select {_call(function, arguments)}"


def _call(function: str, arguments: int) -> str:
    return f"api.{function}({', '.join(['%s'] * arguments)})"


def _raw(connection: Connection) -> RawConnection:
    driver_connection: RawConnection = connection.connection.driver_connection  # type: ignore[assignment] # psycopg2 is our driver
    return driver_connection


def _original(error: sqlalchemy.exc.DBAPIError, name: DatabaseName) -> InstaPayError | None:
    if isinstance(error.orig, psycopg2.Error):
        return translate(error.orig, name)
    return None


def _polling(driver: RawConnection) -> select.poll:
    # poll, as select takes no descriptor above 1023.
    poller = select.poll()
    poller.register(driver.fileno(), select.POLLIN | select.POLLHUP | select.POLLERR)
    return poller


def _refuse_stale(raw: RawConnection, _record: object, _proxy: object) -> None:
    """Replace an idle connection whose server has gone: there is something to read on it."""
    if raw.closed or _polling(raw).poll(0):
        raise sqlalchemy.exc.DisconnectionError


def _put_token_in_front(
    connection: Connection,
    _cursor: object,
    statement: str,
    parameters: Any,  # noqa: ANN401
    _context: object,
    executemany: bool,  # noqa: FBT001
) -> tuple[str, Any]:
    token = connection.get_execution_options().get(_TOKEN_OPTION)
    if not token or executemany:
        return statement, parameters
    return _TOKEN_PREFIX + statement, {**(parameters or {}), _TOKEN_OPTION: token}
