"""The signed-in session of this program: its tokens, kept fresh, in memory only."""

from __future__ import annotations

import base64
import json
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from services.errors import SessionEnded

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.database import Database

_T = TypeVar("_T")
#: A token is replaced this long before it dies.
_MARGIN_S = 60.0


@dataclass(slots=True)
class _Tokens:
    session: str = field(repr=False)
    access: str = field(default="", repr=False)
    fresh_until: float = 0.0


class Access:
    """Tokens of whoever is signed in. Safe to use from several threads; one of them refreshes."""

    def __init__(self, auth: Database) -> None:
        self._auth = auth
        self._lock = threading.Lock()
        self._tokens: _Tokens | None = None

    def begin(self, session: str) -> None:
        """Hold a new session's opaque token in place of any other."""
        with self._lock:
            self._tokens = _Tokens(session)

    def end(self) -> str | None:
        """Forget the session; return its opaque token, None where there was none."""
        with self._lock:
            tokens, self._tokens = self._tokens, None
        return None if tokens is None else tokens.session

    def token(self) -> str:
        """Return an access token that lives for another minute at least.

        Raises SessionEnded, Unavailable (Auth cannot be reached and the token is about to die).
        """
        with self._lock:
            if self._tokens is None:
                raise SessionEnded
            if time.monotonic() >= self._tokens.fresh_until:
                self._refresh(self._tokens)
            return self._tokens.access

    def session_call(self, function: str) -> Any:  # noqa: ANN401 (one column of one row)
        """Call an `api` function of Auth that takes the opaque token; return its one value."""
        with self._lock:
            if self._tokens is None:
                raise SessionEnded
            return self._auth.call(function, self._tokens.session)[function]

    def authorised(self, call: Callable[[str], _T]) -> _T:
        """Run `call(access_token)`; once more with a new token where the first had expired.

        A computer that slept may hold a token that is dead by the database's clock.
        """
        try:
            return call(self.token())
        except SessionEnded:
            with self._lock:
                if self._tokens is None:
                    raise
                self._tokens.fresh_until = 0.0
            return call(self.token())

    def claims(self) -> dict[str, Any]:
        """Return what the access token says, unverified: for display only."""
        payload = self.token().split(".")[1]
        decoded: dict[str, Any] = json.loads(
            base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
        )
        return decoded

    def session_id(self) -> UUID:
        """Return which session this is; raises SessionEnded."""
        return UUID(self.claims()["sid"])

    def user_id(self) -> UUID:
        """Return who is signed in; raises SessionEnded."""
        return UUID(self.claims()["sub"])

    def _refresh(self, tokens: _Tokens) -> None:
        try:
            row = self._auth.call("access_token", tokens.session)
        except SessionEnded:
            self._tokens = None
            raise
        tokens.session = row["session"]
        tokens.access = row["access_token"]
        tokens.fresh_until = time.monotonic() + row["expires_in_s"] - _MARGIN_S
