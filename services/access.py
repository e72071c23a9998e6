"""The signed-in session of this program: its tokens, kept fresh, in memory only."""

from __future__ import annotations

import base64
import json
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from services.database import ConnectionLost
from services.errors import SessionEnded, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from services.database import Database

_T = TypeVar("_T")
#: A token is replaced this long before it dies.
_MARGIN_S = 60.0
#: It is not handed out any more this long before it dies: the call takes its time too.
_LAST_S = 5.0


@dataclass(slots=True, eq=False)
class Tokens:
    """Tokens of one session, and whose it is. `dies_at` is on this computer's monotonic clock, s."""

    session: str = field(repr=False)
    email: str = ""
    user_id: UUID | None = None
    access: str = field(default="", repr=False)
    dies_at: float = 0.0
    #: The window is locked: no token is handed out or kept.
    is_locked: bool = False
    refreshing: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def is_alive(self) -> bool:
        """Tell whether the access token can still be used."""
        return time.monotonic() < self.dies_at - _LAST_S

    def is_fresh(self) -> bool:
        """Tell whether it need not be replaced yet."""
        return time.monotonic() < self.dies_at - _MARGIN_S


class Access:
    """Tokens of whoever is signed in. Safe to use from several threads.

    Nothing here waits for the network while it holds the lock that others need: a call of one
    person, and of one session, stays with the tokens it began with.
    """

    def __init__(self, auth: Database) -> None:
        self._auth = auth
        self._lock = threading.Lock()
        self._tokens: Tokens | None = None
        self._generation = 0

    def expect(self) -> int:
        """Announce a sign-in; one that was announced before, and is still on its way, is void."""
        with self._lock:
            self._generation += 1
            return self._generation

    def begin(self, session: str, generation: int, *, email: str) -> Tokens | None:
        """Hold a new session's opaque token; None when its sign-in is void by now."""
        tokens = Tokens(session, email)
        with self._lock:
            if generation != self._generation:
                return None
            self._tokens = tokens
        return tokens

    def end(self, of: Tokens | None = None) -> str | None:
        """Forget the session; return its opaque token, None where there was none.

        With `of` that very session, and nothing where somebody else has signed in since.
        """
        with self._lock:
            if of is not None and self._tokens is not of:
                return None
            self._generation += 1
            tokens, self._tokens = self._tokens, None
            if tokens is None:
                return None
            session = tokens.session
            # Whoever still holds them, for what is on its way, can do nothing more by them.
            tokens.dies_at, tokens.session, tokens.access = 0.0, "", ""
        return session

    def lock(self) -> str | None:
        """Forget the access token and hand none out until `unlock`; return the session's opaque token."""
        with self._lock:
            tokens = self._tokens
            if tokens is None:
                return None
            tokens.is_locked = True
            tokens.dies_at, tokens.access = 0.0, ""
            return tokens.session

    def unlock(self, tokens: Tokens) -> None:
        """Hand tokens out again."""
        with self._lock:
            tokens.is_locked = False

    def current(self) -> Tokens:
        """Return the tokens of whoever is signed in now. Raises SessionEnded."""
        with self._lock:
            if self._tokens is None:
                raise SessionEnded
            return self._tokens

    def token(self, tokens: Tokens | None = None) -> str:
        """Return an access token that lives, a new one where it is about to die.

        Raises SessionEnded, Unavailable (Auth cannot be reached and the token has died; session_locked,
        password_change_required).
        """
        held = self.current() if tokens is None else tokens
        access = held.access
        if held.is_fresh() and access:
            return access
        if held.is_locked:
            raise Unavailable("session_locked")
        # While one thread fetches a new token the others go on with the one that still lives.
        if not held.refreshing.acquire(blocking=not held.is_alive()):
            return access
        try:
            if not held.is_fresh():
                self._refresh(held)
        except Unavailable:
            if not held.is_alive():
                raise
        finally:
            held.refreshing.release()
        access = held.access
        if not access:
            # The window was locked meanwhile.
            raise Unavailable("session_locked")
        return access

    def authorised(self, call: Callable[[str], _T], tokens: Tokens | None = None) -> _T:
        """Run `call(access_token)`; once more with a new token where the first had expired.

        A computer that slept may hold a token that is dead by the database's clock. Both runs are of
        the same session, whoever signs in meanwhile.
        """
        held = self.current() if tokens is None else tokens
        try:
            return call(self.token(held))
        except SessionEnded:
            with self._lock:
                if self._tokens is not held:
                    raise
            held.dies_at = 0.0
            return call(self.token(held))

    def asked(self, call: Callable[[str], _T]) -> _T:
        """Run like `authorised` what changes nothing: once more where a connection turns out to be lost."""
        try:
            return self.authorised(call)
        except ConnectionLost:
            return self.authorised(call)

    def session_call(self, function: str, *arguments: object, tokens: Tokens | None = None) -> Any:  # noqa: ANN401 (one column of one row)
        """Call an `api` function of Auth that takes the opaque token first; return its one value."""
        return self.session_row(function, *arguments, tokens=tokens)[function]

    def session_row(
        self, function: str, *arguments: object, tokens: Tokens | None = None
    ) -> Mapping[str, Any]:
        """Call like `session_call` what answers a row; return it."""
        held = self.current() if tokens is None else tokens
        return self._auth.call(function, held.session, *arguments)

    def session_rows(self, function: str, *arguments: object) -> list[Mapping[str, Any]]:
        """Call like `session_call` what answers any number of rows; return them."""
        return self._auth.call_rows(function, self.current().session, *arguments)

    def claims(self, tokens: Tokens | None = None) -> dict[str, Any]:
        """Return what the access token says, unverified: for display only. A dead one will do."""
        held = self.current() if tokens is None else tokens
        payload = (held.access or self.token(held)).split(".")[1]
        decoded: dict[str, Any] = json.loads(
            base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
        )
        return decoded

    def user_id(self, tokens: Tokens | None = None) -> UUID:
        """Return who is signed in; raises SessionEnded."""
        held = self.current() if tokens is None else tokens
        # A session is one person's: their token is read once, not at every payment.
        if held.user_id is None:
            held.user_id = UUID(self.claims(held)["sub"])
        return held.user_id

    def _refresh(self, tokens: Tokens) -> None:
        if not tokens.session:
            raise SessionEnded
        # From before the call: the answer may have been long on its way.
        asked_at = time.monotonic()
        try:
            row = self._auth.call("access_token", tokens.session)
        except SessionEnded:
            tokens.dies_at = 0.0
            with self._lock:
                if self._tokens is tokens:
                    self._tokens = None
            raise
        with self._lock:
            if not tokens.session:
                # They have signed out meanwhile.
                raise SessionEnded
            tokens.session = row["session"]
            if not tokens.is_locked:
                tokens.access = row["access_token"]
                tokens.dies_at = asked_at + row["expires_in_s"]
