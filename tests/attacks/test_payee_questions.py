"""Finding out who banks here by typing SQL: each name costs a question that no ROLLBACK gives back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import psycopg2
import pytest

from tests.bank import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_ASK = "SELECT api.ask_payee(%s, %s)"
_RESOLVE = "SELECT account_id, masked_name FROM api.resolve_payee(%s, %s)"
_CLAIM = "SELECT api.claim_address(%s, %s, %s)"
_KEEP = "SELECT api.add_contact(%s, %s, 'Karim')"
_COUNT = "SELECT count(*) FROM payee_questions"
KARIM = "karim@instapay"


class Attacker:
    """Salma with her own station's login, any number of connections, and a valid token."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank
        self.karim = bank.add_customer("Karim Samir", "karim@demo.eg", address=KARIM)
        self.salma = bank.add_customer()
        self.token = self.token_of(self.salma.email)
        self._open = ExitStack()
        self.desktop = self.connect()

    def connect(self) -> Any:
        return self._open.enter_context(self.bank.as_desktop("payment"))

    def close(self) -> None:
        self._open.close()

    def token_of(self, email: str) -> str:
        services = self.bank.services()
        services.identity.sign_in(email=email, password=PASSWORD)
        return services.identity._access.token()

    def ask(self, text: str | None = KARIM, token: str | None = None) -> UUID:
        return UUID(_told(self.desktop, _ASK, token or self.token, text)[0][0])

    def refusal(self, statement: str, *arguments: object) -> str | None:
        return _refusal(self.desktop, statement, *arguments)

    def limit(self, name: str, value: int) -> None:
        self.bank.ask(
            "payment", "UPDATE private.settings SET value = %s WHERE name = %s", str(value), name
        )

    def answering(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return each call that answers a question: what stands between token and question."""
        return (_RESOLVE, ()), (_CLAIM, (str(self.salma.account_id),)), (_KEEP, ())

    def answers(self, question: object) -> set[str | None]:
        """Try each call that answers a question; return the SQLSTATEs they refused with."""
        return {
            self.refusal(statement, self.token, *arguments, question)
            for statement, arguments in self.answering()
        }


def _told(connection: Any, statement: str, *arguments: object) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [str(a) if isinstance(a, UUID) else a for a in arguments] or None)
        return list(cursor.fetchall()) if cursor.description else []


def _refusal(connection: Any, statement: str, *arguments: object) -> str | None:
    try:
        _told(connection, statement, *arguments)
    except psycopg2.Error as error:
        return error.pgcode
    return None


@pytest.fixture
def attacker(bank: Bank) -> Iterator[Attacker]:
    made = Attacker(bank)
    yield made
    made.close()


def test_a_question_of_the_same_transaction_is_never_answered(attacker: Attacker) -> None:
    for begin in ("BEGIN", "BEGIN; SAVEPOINT s"):
        for statement, arguments in attacker.answering():
            _told(attacker.desktop, begin)
            question = attacker.ask()
            refusal = attacker.refusal(statement, attacker.token, *arguments, question)
            _told(attacker.desktop, "ROLLBACK")
            assert refusal == "IP005", (begin, statement)
    assert attacker.bank.ask("payment", _COUNT) == [(0,)]


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
def test_an_old_snapshot_neither_asks_nor_answers(attacker: Attacker, level: str) -> None:
    question = attacker.ask()
    for statement, arguments in (*attacker.answering(), (_ASK, ())):
        _told(attacker.desktop, f"BEGIN ISOLATION LEVEL {level}")
        last = KARIM if statement == _ASK else question
        refusal = attacker.refusal(statement, attacker.token, *arguments, last)
        _told(attacker.desktop, "ROLLBACK")
        assert refusal == "IP005", statement


def test_no_statement_asks_and_answers_at_once(attacker: Attacker) -> None:
    for statement in (
        "SELECT * FROM api.resolve_payee(%(t)s, api.ask_payee(%(t)s, %(k)s))",
        """WITH q AS MATERIALIZED (SELECT api.ask_payee(%(t)s, %(k)s) AS id)
            SELECT r.* FROM q, LATERAL api.resolve_payee(%(t)s, q.id) AS r""",
        "SELECT api.claim_address(%(t)s, %(a)s, api.ask_payee(%(t)s, %(k)s))",
        "SELECT api.add_contact(%(t)s, api.ask_payee(%(t)s, %(k)s), 'Karim')",
        "DO $$ BEGIN PERFORM api.resolve_payee(%(t)s, api.ask_payee(%(t)s, %(k)s)); END $$",
    ):
        with attacker.desktop.cursor() as cursor, pytest.raises(psycopg2.Error) as caught:
            cursor.execute(
                statement,
                {"t": attacker.token, "k": KARIM, "a": str(attacker.salma.account_id)},
            )
        assert caught.value.pgcode == "IP005", statement
    assert attacker.bank.ask("payment", _COUNT) == [(0,)]


def test_a_question_that_was_rolled_back_is_worth_nothing(attacker: Attacker) -> None:
    """Asking without end is possible, and tells the same for a known address and an unknown one."""
    other = attacker.connect()
    attacker.limit("questions_per_minute", 3)
    for turn in range(100):
        _told(attacker.desktop, "BEGIN")
        question = attacker.ask(KARIM if turn % 2 else "nobody@instapay")
        # Nor while it is open, through a second connection.
        assert _refusal(other, _RESOLVE, attacker.token, question) == "IP221"
        _told(attacker.desktop, "ROLLBACK")
        if turn < 3:
            assert attacker.answers(question) == {"IP221"}
    assert attacker.bank.ask("payment", _COUNT) == [(0,)]


def test_rolling_back_an_answer_gives_no_question_back(attacker: Attacker) -> None:
    attacker.limit("questions_per_minute", 3)
    for _ in range(3):
        question = attacker.ask()
        for statement, arguments in attacker.answering():
            _told(attacker.desktop, "BEGIN")
            attacker.refusal(statement, attacker.token, *arguments, question)
            _told(attacker.desktop, "ROLLBACK")
    assert attacker.refusal(_ASK, attacker.token, KARIM) == "IP219"
    assert attacker.bank.ask("payment", "SELECT count(*) FROM contacts") == [(0,)]


def test_limits_hold_by_the_minute_and_by_the_day(attacker: Attacker) -> None:
    age = "UPDATE payee_questions SET asked_at = asked_at - %s::interval"
    attacker.limit("questions_per_minute", 4)
    attacker.limit("questions_per_day", 10)
    asked = 0
    for wanted in (4, 4, 2):
        for _ in range(wanted):
            attacker.ask()
        asked += wanted
        assert attacker.refusal(_ASK, attacker.token, "nobody@instapay") == "IP219"
        # What is malformed stays told apart: it says nothing about anybody.
        assert attacker.refusal(_ASK, attacker.token, "nobody") == "IP220"
        assert attacker.bank.ask("payment", _COUNT) == [(asked,)]
        attacker.bank.ask("payment", age, "61 s")
    assert attacker.refusal(_ASK, attacker.token, KARIM) == "IP219"
    attacker.bank.ask("payment", age, "23:54")
    assert attacker.refusal(_ASK, attacker.token, KARIM) == "IP219"
    attacker.bank.ask("payment", age, "00:10")
    attacker.ask()


def test_the_limits_are_twenty_a_minute_and_300_a_day(attacker: Attacker) -> None:
    for _ in range(20):
        attacker.ask()
    assert attacker.refusal(_ASK, attacker.token, KARIM) == "IP219"
    attacker.bank.ask(
        "payment",
        "INSERT INTO payee_questions (user_id, question, asked_at)"
        " SELECT %s, 'x', private.utc_now() - interval '1 hour' FROM generate_series(1, 280)",
        str(attacker.salma.user_id),
    )
    attacker.limit("questions_per_minute", 1000)
    assert attacker.refusal(_ASK, attacker.token, KARIM) == "IP219"
    # It is this person's count alone.
    attacker.ask(token=attacker.token_of(attacker.karim.email))


def test_a_limit_that_is_missing_is_no_licence(attacker: Attacker) -> None:
    attacker.bank.ask("payment", "DELETE FROM private.settings WHERE name LIKE 'questions_per%'")
    assert attacker.refusal(_ASK, attacker.token, KARIM) is not None
    assert attacker.bank.ask("payment", _COUNT) == [(0,)]


def test_questions_side_by_side_never_exceed_the_limit(attacker: Attacker) -> None:
    attacker.limit("questions_per_minute", 13)
    attacker.bank.let_wait("payment", "ask_payee")
    connections = [attacker.connect() for _ in range(8)]
    start = Barrier(len(connections))

    def ask_ten_times(connection: Any) -> list[str | None]:
        start.wait(20)
        answers = []
        for _ in range(10):
            # Held open between asking and committing: that is when others must wait.
            _told(connection, "BEGIN")
            answers.append(_refusal(connection, _ASK, attacker.token, KARIM))
            _told(connection, "COMMIT")
        return answers

    with ThreadPoolExecutor(len(connections)) as pool:
        answers = [each for part in pool.map(ask_ten_times, connections) for each in part]
    assert attacker.bank.ask("payment", _COUNT) == [(13,)]
    assert answers.count(None) == 13
    assert set(answers) == {None, "IP219"}


def test_an_open_question_keeps_the_next_one_waiting(attacker: Attacker) -> None:
    """Else eight transactions, all open, would each see the count as it was before them."""
    attacker.limit("questions_per_minute", 1)
    _told(attacker.desktop, "BEGIN")
    attacker.ask()
    other = attacker.connect()
    _told(other, "SET lock_timeout = 0")  # the function's own bound counts
    assert _refusal(other, _ASK, attacker.token, KARIM) == "55P03"
    _told(attacker.desktop, "COMMIT")
    assert _refusal(other, _ASK, attacker.token, KARIM) == "IP219"


def test_somebody_elses_question_and_an_old_one_are_unknown(attacker: Attacker) -> None:
    karims = attacker.ask(token=attacker.token_of(attacker.karim.email))
    for question in (karims, uuid4(), None):
        assert attacker.answers(question) == {"IP221"}, question
    own = attacker.ask()
    age = "UPDATE payee_questions SET asked_at = private.utc_now() - %s::interval WHERE id = %s"
    attacker.bank.ask("payment", age, "00:04:55", str(own))
    assert _told(attacker.desktop, _RESOLVE, attacker.token, own)[0][1] == "Karim S••••"
    attacker.bank.ask("payment", age, "00:05:01", str(own))
    assert attacker.answers(own) == {"IP221"}


def test_a_fresh_question_is_answered_again_and_the_same(attacker: Attacker) -> None:
    question = attacker.ask()
    answers = [_told(attacker.desktop, _RESOLVE, attacker.token, question) for _ in range(3)]
    assert answers == [[(str(attacker.karim.account_id), "Karim S••••")]] * 3
    # Also in a transaction that only reads, as nothing can be taken back there.
    _told(attacker.desktop, "BEGIN")
    assert _told(attacker.desktop, _RESOLVE, attacker.token, question) == answers[0]
    _told(attacker.desktop, "ROLLBACK")
    assert attacker.bank.ask("payment", _COUNT) == [(1,)]


@pytest.mark.parametrize(
    "text",
    ["%@instapay", "_arim@instapay", "k_rim@instapay", "karim%", "*@instapay", "[k]arim@instapay", "kar.m@instapay",
     "k.*@instapay", "", None, "karim@instapay\n", "karim@instapay\u200f", "KAR\u0130M@instapay",
     "\u212aarim@instapay", "karim@\u0131nstapay", "karim@instapay' OR true --", "EG%", "x" * 1_000_000,
     "x" * 49 + "@instapay", "karim@instapay\\", "\u202ekarim@instapay"],
)  # fmt: skip
def test_wildcards_and_foreign_letters_find_nothing(attacker: Attacker, text: str | None) -> None:
    try:
        question = attacker.ask(text)
    except psycopg2.Error as error:
        assert error.pgcode == "IP220"  # noqa: PT017 (either way of finding nothing is right)
        return
    assert attacker.refusal(_RESOLVE, attacker.token, question) == "IP202"


def test_an_iban_is_no_address_to_claim(attacker: Attacker) -> None:
    question = attacker.ask(attacker.karim.iban)
    claim = (attacker.token, str(attacker.salma.account_id), question)
    assert attacker.refusal(_CLAIM, *claim) == "IP223"


def test_an_address_is_not_claimed_for_somebody_else_or_by_a_later_change(
    attacker: Attacker,
) -> None:
    question = attacker.ask("salma@instapay")
    for account in (str(attacker.karim.account_id), str(uuid4()), None):
        assert attacker.refusal(_CLAIM, attacker.token, account, question) == "IP203"
    fees = attacker.bank.ask("payment", "SELECT id FROM accounts WHERE kind = 'FEES' LIMIT 1")
    assert attacker.refusal(_CLAIM, attacker.token, str(fees[0][0]), question) == "IP203"


def test_tables_behind_the_questions_are_closed(attacker: Attacker) -> None:
    _told(attacker.desktop, "SELECT set_config('instapay.token', %s, false)", attacker.token)
    for table in ("payee_questions", "contacts", "payment_addresses"):
        for statement in (
            f"SELECT 1 FROM {table}",
            f"DELETE FROM {table}",
            f"INSERT INTO {table} DEFAULT VALUES",
            f"EXPLAIN SELECT 1 FROM {table}",
        ):
            assert attacker.refusal(statement) == "42501", statement
    assert attacker.refusal("SELECT private.forget_questions()") == "42501"
    assert attacker.refusal("SELECT private.reached_account('karim@instapay')") == "42501"


def test_every_call_wants_a_token(attacker: Attacker) -> None:
    own, nobody = str(attacker.salma.account_id), str(uuid4())
    for token in ("", None, attacker.token[:-1] + ("A" if attacker.token[-1] != "A" else "B")):
        for statement, arguments in (
            (_ASK, (KARIM,)),
            (_RESOLVE, (nobody,)),
            (_CLAIM, (own, nobody)),
            (_KEEP, (nobody,)),
            ("SELECT api.release_address(%s, %s)", (own,)),
            ("SELECT api.rename_contact(%s, %s, 'x')", (nobody,)),
            ("SELECT api.remove_contact(%s, %s)", (nobody,)),
            ("SELECT * FROM api.my_contacts(%s)", ()),
            ("SELECT * FROM api.my_recent_payees(%s)", ()),
            ("SELECT * FROM api.payment_to_repeat(%s, %s)", (nobody,)),
        ):
            assert attacker.refusal(statement, token, *arguments) == "IP001", statement


def test_who_is_counted_by_role(attacker: Attacker) -> None:
    attacker.limit("questions_per_minute", 1)
    add: Callable[[str, str, str], UUID] = attacker.bank.add_staff
    for role in ("TELLER", "SUPERVISOR"):
        add("Mona Adel", f"{role}@demo.eg".lower(), role)
        token = attacker.token_of(f"{role}@demo.eg".lower())
        for _ in range(3):
            attacker.ask(token=token)
    for role in ("AUDITOR", "ADMIN"):
        add("Mona Adel", f"{role}@demo.eg".lower(), role)
        token = attacker.token_of(f"{role}@demo.eg".lower())
        assert attacker.refusal(_ASK, token, KARIM) == "IP004"


def test_a_customer_whom_auth_has_not_named_yet_asks_nothing(attacker: Attacker) -> None:
    """Without the row that is locked, questions side by side would not be counted one by one."""
    add: Callable[[str, str, str], UUID] = attacker.bank.add_staff
    nour = add("Nour Adel", "nour@demo.eg", "CUSTOMER")
    token = attacker.token_of("nour@demo.eg")
    with attacker.bank.as_owner("payment") as cursor:
        cursor.execute("DELETE FROM accounts WHERE user_id = %s", (str(nour),))
        cursor.execute("DELETE FROM holders WHERE user_id = %s", (str(nour),))
    assert attacker.refusal(_ASK, token, KARIM) == "IP209"
