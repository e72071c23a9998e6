"""Ugly values in every argument of every function of `api`: a stable code, nothing changed, no traceback."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.attacks.api_calls import is_malformed, is_unsound
from tests.attacks.bad_inputs import MALFORMED, Input, array, each_ugly, ugly
from tests.attacks.furnished import furnish
from tests.attacks.target import Target
from tests.faults.length import pick

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg2

    from models.heads import Database
    from tests.bank import Bank

pytestmark = [pytest.mark.system_postgres, pytest.mark.timeout(pick(120, 3600))]

#: Besides those that are always tried, 30 to 500 a function.
_BY_CHANCE = pick(80, 10_000)
#: What Postgres says of an argument that it cannot read: of its text, a number, a time or its bytes.
_UNREADABLE = {"22P02", "22003", "22007", "22008", "22021", "22023"}
_TABLES = """
    SELECT c.oid::regclass::text FROM pg_class AS c
    WHERE c.relkind = 'r' AND c.relnamespace IN ('public'::regnamespace, 'private'::regnamespace)
"""
_CONTENT = "SELECT '{0}', md5(string_agg(t::text, ' ' ORDER BY t::text)) FROM {0} AS t"


@pytest.fixture(params=["auth", "payment"])
def target(request: pytest.FixtureRequest, bank: Bank) -> Iterator[tuple[Bank, Target]]:
    known = furnish(bank)
    made = Target(bank, request.param, known)
    before = _content(bank, request.param)
    yield bank, made
    made.connection.close()
    # That refusals change nothing is Postgres's promise; that nothing escapes a ROLLBACK is ours.
    assert _content(bank, request.param) == before


def test_each_function_has_inputs_of_its_own(target: tuple[Bank, Target]) -> None:
    """A new function needs a line in api_calls.py or auth_calls.py."""
    _, database = target
    assert {name: set(types) for name, types in database.types.items()} == {
        name: set(call.arguments) for name, call in database.calls.items()
    }


def test_the_well_formed_calls_go_through(target: tuple[Bank, Target]) -> None:
    _, database = target
    for name, call in database.calls.items():
        found = database.call(name, [call.arguments[each] for each in database.types[name]])
        assert isinstance(found, set), f"{name}: {found}"
        assert found <= call.changes, name
        # Or else nothing would show that the counts are told at all.
        assert not call.changes or found, name


def test_bad_input_gets_a_stable_code_and_changes_nothing(target: tuple[Bank, Target]) -> None:
    _, database = target
    found: Counter[str] = Counter()
    for name, types in database.types.items():
        call = database.calls[name]
        for replaced in _each_call(name, types, database.ids):
            arguments = [(replaced.get(each) or call.arguments[each]) for each in types]
            what = f"{name}({', '.join(each.sql[:60] for each in arguments)})"
            answer = database.call(name, arguments)
            if isinstance(answer, set):
                assert not is_unsound(call, replaced), f"{what} went through"
                assert answer <= call.changes, f"{what} changed {answer}"
                found["went through"] += 1
            else:
                _assert_stable(what, answer, is_malformed=is_malformed(replaced))
                found[str(answer.pgcode)] += 1
    assert found["went through"], found
    assert len(found) > 4, found


def _each_call(name: str, types: dict[str, str], ids: list[str]) -> Iterator[dict[str, Input]]:
    """First each value that we know of, alone, so that all others let it through; then by chance."""
    for argument, kind in types.items():
        for value in each_ugly(kind, ids):
            yield {argument: value}
    chance = Random(zlib.crc32(name.encode()))  # noqa: S311 (the same ones each time)
    for _ in range(_BY_CHANCE if types else 1):
        count = min(len(types), chance.choice((1, 1, 1, 2, 5)))
        yield {each: ugly(types[each], chance, ids) for each in chance.sample(sorted(types), count)}


def _assert_stable(what: str, error: psycopg2.Error, *, is_malformed: bool) -> None:
    state, said = str(error.pgcode), error.diag
    if is_malformed:
        assert state in _UNREADABLE, f"{what}: {state} {said.message_primary}"
        return
    assert re.fullmatch(r"IP\d{3}", state), f"{what}: {state} {said.message_primary}"
    assert re.fullmatch(r"[a-z_]+", said.message_primary or ""), what
    assert said.message_detail is None, what
    assert said.message_hint is None, what
    told = (said.schema_name, said.table_name, said.column_name, said.constraint_name)
    assert told == (None,) * 4, what


@pytest.mark.parametrize("target", ["payment"], indirect=True)
def test_two_ugly_amounts_to_one_payee_do_not_overflow(target: tuple[Bank, Target]) -> None:
    _, database = target
    call = database.calls["quote_many"].arguments
    payee = call["p_payee_ids"].value[0]
    for amount in each_ugly("numeric", []):
        if amount.value is not MALFORMED:
            twice = {
                "p_payee_ids": array("uuid", [payee, payee]),
                "p_amounts": array("numeric", [amount.value, amount.value]),
                "p_notes": array("text", ["", ""]),
            }
            found = database.call("quote_many", [*(call | twice).values()])
            assert found == set(), f"{amount.value}: {found}"


def test_nul_is_stopped_before_it_is_sent(bank: Bank) -> None:
    with bank.as_desktop("payment") as desktop, pytest.raises(ValueError, match="NUL"):
        desktop.cursor().execute("SELECT api.ask_payee('', %s)", ("a\x00b",))


def _content(bank: Bank, database: Database) -> dict[str, str | None]:
    tables = [row[0] for row in bank.ask(database, _TABLES)]
    return dict(bank.ask(database, " UNION ALL ".join(map(_CONTENT.format, tables))))
