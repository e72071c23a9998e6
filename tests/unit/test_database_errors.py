"""The one mapping of SQLSTATEs."""

from __future__ import annotations

import re
from pathlib import Path

import psycopg2
import psycopg2.errors
import pytest

from services import database_errors
from services.errors import InstaPayError, SchemaMismatch, SessionEnded, Unavailable

_MODELS = Path(__file__).parents[2] / "models"


class _Failure(psycopg2.Error):
    def __init__(self, state: str | None) -> None:
        super().__init__()
        self._state = state

    @property
    def pgcode(self) -> str | None:  # type: ignore[override]
        return self._state


@pytest.mark.parametrize(
    ("state", "kind", "code"),
    [
        ("0A000", Unavailable, "server_unreachable"),
        ("IP002", SessionEnded, "session_ended"),
        ("55P03", Unavailable, "server_busy"),
        ("57P01", Unavailable, "server_unreachable"),
        ("08006", Unavailable, "server_unreachable"),
        ("42P01", SchemaMismatch, "schema_missing"),
    ],
)
def test_states_become_errors_of_ours(state: str, kind: type[InstaPayError], code: str) -> None:
    error = database_errors.translate(_Failure(state), "payment")
    assert type(error) is kind
    assert error.code == code


def test_a_fault_of_ours_is_not_dressed_up() -> None:
    assert database_errors.translate(_Failure("22012"), "payment") is None
    assert database_errors.translate(_Failure(None), "payment") is None


def test_libpq_without_a_state_is_a_lost_server() -> None:
    error = database_errors.translate(psycopg2.OperationalError("gone"), "auth")
    assert error is not None
    assert (error.code, error.data) == ("server_unreachable", {"database": "auth"})


def test_every_state_that_sql_raises_is_mapped_or_a_fault_of_ours() -> None:
    raised = {
        state
        for path in _MODELS.rglob("*.sql")
        for state in re.findall(r"ERRCODE = '(\w{5})'", path.read_text())
    }
    assert raised
    #: Only a program with a mistake in it gets these.
    faults = {"IP005", "IP006", "IP112", "IP208", "IP273"}
    assert raised - set(database_errors._OWN) == faults
