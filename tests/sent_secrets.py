"""Writes down every secret that goes to the databases or comes from them, to look for it later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from services import database
from tests.bank import PASSWORD, password_hash

if TYPE_CHECKING:
    import pytest

WRONG = "not the right password"
#: A piece of a secret this long gives away more than can be left to guess.
_PIECE = 20


class Sent:
    """Every secret that has gone to the databases or come from them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.found: set[str] = {PASSWORD, WRONG, password_hash()[34:]}
        executed = database._executed

        def noted(connection: Any, function: str, arguments: tuple[object, ...], read: Any) -> Any:
            self._note(arguments)
            answer = executed(connection, function, arguments, read)
            for row in answer if isinstance(answer, list) else [{"": answer}]:
                self._note(tuple(row.values()))
            return answer

        monkeypatch.setattr(database, "_executed", noted)

    def _note(self, values: tuple[object, ...]) -> None:
        for each in values:
            if isinstance(each, bytes):
                self.found |= {each.hex(), repr(each)}
            elif isinstance(each, str) and len(each) > 40:
                # Of a token what counts is its signature; the rest says what is known anyway.
                self.found.add(each.rsplit(".", 1)[-1])

    def assert_none_in(self, text: str) -> None:
        """Hold every piece of every secret against a text."""
        assert len(self.found) > 8
        for secret in self.found:
            for start in range(max(1, len(secret) - _PIECE)):
                assert secret[start : start + _PIECE] not in text
