"""A thousand guesses of one password in each way that might not be counted: five at most learn anything.

Where a way takes its evaluation back, every guess is the right one: then each that was looked at shows.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest

from services import passwords
from tests.attacks.raw_sql import proof, refusal, told
from tests.bank import PASSWORD
from tests.conftest import STATION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_GUESSES = 1000
_LEARNED = 5
_EVALUATE = "SELECT session, tries_left FROM api.open_session(%s, 's')"
_REFUSED = "SELECT count(*) FROM audit_logs WHERE event = 'sign_in_refused'"


class Guesser:
    """Somebody at a station who has asked for a thousand challenges of one email, over hours."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank
        self.email = bank.add_customer().email
        self.desktop = psycopg2.connect(bank.auth_url)
        self.desktop.autocommit = True
        ((salt,),) = told(self.desktop, "SELECT salt FROM api.challenge(%s)", self.email)
        self.attempts = [
            str(each)
            for (each,) in bank.ask(
                "auth",
                "INSERT INTO sign_in_attempts (email, database_role)"
                " SELECT %s, %s FROM generate_series(1, %s) RETURNING id",
                self.email,
                STATION,
                _GUESSES + 1,
            )
        ]
        self._last = self.attempts.pop()
        self._right = passwords.client_key(PASSWORD.encode(), salt)

    def answer(self, attempt: str, *, rightly: bool, desktop: Any = None) -> None:
        key = self._right if rightly else b"\1" * 32
        told(desktop or self.desktop, "SELECT api.answer(%s, %s)", attempt, proof(key, attempt))

    def assert_the_right_one_is_not_looked_at(self) -> None:
        """After so many guesses the password itself opens nothing, nor is it said to be right."""
        self.answer(self._last, rightly=True)
        ((session, tries_left),) = told(self.desktop, _EVALUATE, self._last)
        assert (session, tries_left) == (None, 0)


@pytest.fixture
def guesser(bank: Bank) -> Iterator[Guesser]:
    made = Guesser(bank)
    yield made
    made.desktop.close()


def _taking_back(guesser: Guesser, look: Callable[[str], bool]) -> int:
    """Answer each attempt rightly and look at it within a transaction that is rolled back."""
    learned = 0
    for attempt in guesser.attempts:
        guesser.answer(attempt, rightly=True)
        told(guesser.desktop, "BEGIN")
        learned += look(attempt)
        told(guesser.desktop, "ROLLBACK")
    return learned


def test_guesses_taken_back_by_rollback(guesser: Guesser) -> None:
    def look(attempt: str) -> bool:
        return told(guesser.desktop, _EVALUATE, attempt)[0][0] is not None

    assert _taking_back(guesser, look) == _LEARNED
    guesser.assert_the_right_one_is_not_looked_at()


def test_guesses_taken_back_by_a_division_by_zero(guesser: Guesser) -> None:
    """The statement itself takes them back, and its error tells how they went."""
    fails_where_right = (
        "SELECT 1 / CASE WHEN session IS NULL THEN 1 ELSE 0 END FROM api.open_session(%s, 's')"
    )

    def look(attempt: str) -> bool:
        return refusal(guesser.desktop, fails_where_right, attempt) == "22012"

    assert _taking_back(guesser, look) == _LEARNED
    guesser.assert_the_right_one_is_not_looked_at()


def test_guesses_seen_by_locks_and_counters_before_a_rollback(guesser: Guesser) -> None:
    """Without looking at the answer: a session that was begun locks its table and would be counted.

    Desktops see neither; where an administrator was too weak to close the locks, they tell of five.
    """
    evaluate = "SELECT count(*) FROM api.open_session(%s, 's')"
    peek = (
        "SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid()"
        " AND relation = 'public.sessions'::regclass"
    )
    for counters in (
        "pg_stat_xact_user_tables", "pg_stat_user_tables", "pg_stat_xact_all_tables", "pg_locks",
    ):  # fmt: skip
        assert refusal(guesser.desktop, f"SELECT * FROM {counters}") == "42501"
    _open_the_locks(guesser)

    def look(attempt: str) -> bool:
        told(guesser.desktop, evaluate, attempt)
        return bool(told(guesser.desktop, peek)[0][0])

    assert _taking_back(guesser, look) <= _LEARNED
    guesser.assert_the_right_one_is_not_looked_at()


def _open_the_locks(guesser: Guesser) -> None:
    administrator = psycopg2.connect(guesser.bank.auth_owner_url)
    administrator.autocommit = True
    administrator.cursor().execute("GRANT EXECUTE ON FUNCTION pg_lock_status() TO PUBLIC")
    administrator.close()


@pytest.mark.parametrize("order", ["ascending", "descending"])
def test_guesses_answered_first_and_evaluated_later(guesser: Guesser, order: str) -> None:
    """Whichever way round: what was answered counts, not what was evaluated."""
    for attempt in guesser.attempts:
        guesser.answer(attempt, rightly=True)
    step = 1 if order == "ascending" else -1
    found = [told(guesser.desktop, _EVALUATE, each) for each in guesser.attempts[::step]]
    assert {tuple(each[0]) for each in found} == {(None, 0)}
    assert guesser.bank.ask("auth", _REFUSED) == [(0,)], "none was looked at"
    guesser.assert_the_right_one_is_not_looked_at()


def test_guesses_in_parallel(guesser: Guesser) -> None:
    """Eight connections answer and evaluate at the same time."""

    def guess(attempts: list[str]) -> int:
        with guesser.bank.as_desktop("auth") as desktop:
            learned = 0
            for attempt in attempts:
                guesser.answer(attempt, rightly=False, desktop=desktop)
                learned += told(desktop, _EVALUATE, attempt)[0][1] > 0
            return learned

    with ThreadPoolExecutor(8) as threads:
        learned = sum(threads.map(guess, [guesser.attempts[each::8] for each in range(8)]))
    # The last one that is looked at says no try is left, as does each that is not.
    assert learned < _LEARNED
    ((refused,),) = guesser.bank.ask("auth", _REFUSED)
    assert refused <= _LEARNED
    guesser.assert_the_right_one_is_not_looked_at()


def test_guesses_of_one_statement_or_one_transaction(guesser: Guesser) -> None:
    """The second evaluation finds that its transaction has begun, whatever became of the first."""
    for attempt in guesser.attempts[:4]:
        guesser.answer(attempt, rightly=True)
    many = "SELECT session FROM unnest(%s::uuid[]) AS a (attempt), api.open_session(a.attempt, 's')"
    assert refusal(guesser.desktop, many, guesser.attempts[:4]) == "IP005"
    told(guesser.desktop, "BEGIN; SAVEPOINT s")
    assert told(guesser.desktop, _EVALUATE, guesser.attempts[0])[0][0] is not None
    told(guesser.desktop, "ROLLBACK TO s")
    assert refusal(guesser.desktop, _EVALUATE, guesser.attempts[1]) == "IP005"
    told(guesser.desktop, "ROLLBACK")
    told(guesser.desktop, "BEGIN")
    guesser.answer(guesser.attempts[4], rightly=True)
    assert refusal(guesser.desktop, _EVALUATE, guesser.attempts[4]) == "IP005"
    told(guesser.desktop, "ROLLBACK")
    assert refusal(guesser.desktop, _EVALUATE, guesser.attempts[4]) == "IP101", "never answered"


def test_a_session_that_was_rolled_back_is_worth_nothing(guesser: Guesser) -> None:
    attempt = guesser.attempts[0]
    guesser.answer(attempt, rightly=True)
    told(guesser.desktop, "BEGIN")
    ((session, _),) = told(guesser.desktop, _EVALUATE, attempt)
    calls = (
        "SELECT * FROM api.access_token(%s)",
        "SELECT api.holder_statement(%s)",
        "SELECT * FROM api.confirm(%s, gen_random_uuid(), gen_random_uuid())",
    )
    for call in calls:
        told(guesser.desktop, "SAVEPOINT s")
        assert refusal(guesser.desktop, call, session) == "IP005"
        told(guesser.desktop, "ROLLBACK TO s")
    told(guesser.desktop, "ROLLBACK")
    for call in calls:
        assert refusal(guesser.desktop, call, session) == "IP102"
    assert told(guesser.desktop, "SELECT api.end_session(%s)", session) == [(None,)]
