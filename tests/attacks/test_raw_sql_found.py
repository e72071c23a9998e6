"""Ways that were once open to somebody who types SQL with the desktop's own login."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import psycopg2
import pytest

from services import passwords
from tests.bank import PASSWORD

if TYPE_CHECKING:
    from models.heads import Database
    from services.bank import Services
    from tests.bank import Bank, Customer

pytestmark = pytest.mark.system_postgres

_TRANSFER = "SELECT status FROM api.transfer(%s, %s, %s, %s, %s::numeric, 'EGP', '')"
#: The worker's and the provisioning's own locks, and more of them than a server has room for.
_ADVISORY = (
    "SELECT pg_advisory_lock(5495177001)",
    "SELECT pg_advisory_lock(5495177003)",
    "SELECT pg_try_advisory_lock(1, 2)",
    "SELECT pg_advisory_xact_lock_shared(1)",
)
_EMAILS_PLAN = """
    EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF)
    SELECT id FROM users WHERE email > 'k' AND email < 'l' ORDER BY email
"""
_ADDRESSES_PLAN = """
    EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF)
    SELECT 1 FROM payment_addresses WHERE address > 'k' AND address < 'l' ORDER BY address
"""


class _Told:
    """Keeps every notice; psycopg2 cuts a list at fifty."""

    def __init__(self) -> None:
        self.text = ""

    def append(self, notice: str) -> None:
        self.text += notice


def _signed_in(bank: Bank, customer: Customer) -> Services:
    services = bank.services()
    services.identity.sign_in(email=customer.email, password=customer.password)
    return services


def _ask(connection: Any, statement: str, *arguments: object) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, arguments or None)
        return list(cursor.fetchall()) if cursor.description else []


def _refusal(connection: Any, statement: str, *arguments: object) -> str | None:
    try:
        _ask(connection, statement, *arguments)
    except psycopg2.Error as error:
        return error.pgcode
    return None


@pytest.mark.parametrize("database", ["auth", "payment"])
def test_dropping_what_the_group_owns_leaves_every_policy(bank: Bank, database: Database) -> None:
    policies = "SELECT count(*) FROM pg_policies WHERE schemaname = 'public'"
    before = bank.ask(database, policies)
    with bank.as_desktop(database) as desktop:
        _refusal(desktop, "DROP OWNED BY instapay_desktop")
    assert bank.ask(database, policies) == before


def test_plans_of_our_functions_are_not_shown_to_the_caller(bank: Bank) -> None:
    """A plan holds its parameters: in a transfer's, the whole row of the payee's account."""
    salma = bank.add_customer(balance=100)
    karim = bank.add_customer("Karim Samir", "karim@demo.eg", balance="40588.75")
    token = _signed_in(bank, salma).identity._access.token()
    with bank.as_desktop("payment") as desktop:
        told = desktop.notices = _Told()
        _ask(
            desktop,
            "SET client_min_messages = log; SET debug_print_plan = on; SET debug_pretty_print = off",
        )
        _ask(
            desktop, _TRANSFER, token, str(uuid4()), str(salma.account_id), str(karim.account_id), 1
        )
    assert "constvalue" in told.text, "the caller's own plan shows"
    shown = " ".join(told.text.split())  # the server breaks lines anywhere between two words
    for secret in (karim.iban.encode(), karim.user_id.bytes):
        octets = " ".join(str(each - 256 if each > 127 else each) for each in secret)
        assert octets not in shown


def _desktop_customer_without_account(bank: Bank) -> tuple[Services, UUID]:
    services = bank.services()
    services.identity.sign_up(email="new@demo.eg", password=PASSWORD, full_name="Nour Adel")
    bank.decide_applications()
    with bank.as_owner("payment") as cursor:
        # Signing in would open the account at once; this keeps the call back.
        cursor.execute(
            "REVOKE EXECUTE ON FUNCTION api.open_first_account(text) FROM instapay_desktop"
        )
    services.identity.sign_in(email="new@demo.eg", password=PASSWORD)
    with bank.as_owner("payment") as cursor:
        cursor.execute("GRANT EXECUTE ON FUNCTION api.open_first_account(text) TO instapay_desktop")
    return services, services.identity._access.user_id()


def test_an_old_snapshot_opens_no_second_first_account(bank: Bank) -> None:
    services, user_id = _desktop_customer_without_account(bank)
    token = services.identity._access.token()
    opening = "SELECT api.open_first_account(%s)"
    with bank.as_desktop("payment") as late, bank.as_desktop("payment") as early:
        _ask(late, "BEGIN ISOLATION LEVEL REPEATABLE READ")
        _ask(late, "SELECT 1")
        _ask(early, opening, token)
        refusal = _refusal(late, opening, token)
        _ask(late, "COMMIT")
    assert refusal is not None
    found = bank.ask("payment", "SELECT count(*) FROM accounts WHERE user_id = %s", str(user_id))
    assert found == [(1,)]


def test_an_old_snapshot_does_not_bring_a_revoked_token_back(bank: Bank) -> None:
    salma = bank.add_customer(balance=100)
    karim = bank.add_customer("Karim Samir", "karim@demo.eg")
    services = _signed_in(bank, salma)
    token = services.identity._access.token()
    with bank.as_desktop("payment") as desktop:
        _ask(desktop, "BEGIN ISOLATION LEVEL REPEATABLE READ")
        _ask(desktop, "SELECT 1")
        services.identity.sign_out()
        arguments = (token, str(uuid4()), str(salma.account_id), str(karim.account_id), 1)
        refusal = _refusal(desktop, _TRANSFER, *arguments)
        _ask(desktop, "COMMIT")
    assert refusal is not None
    assert bank.balance(karim.account_id) == 0


def test_guesses_held_back_until_the_person_signs_in_are_worth_nothing(bank: Bank) -> None:
    """Their answers are older than the success that clears the count, and commit after it."""
    salma = bank.add_customer()
    held: list[tuple[Any, str]] = []
    for _ in range(7):
        connection = psycopg2.connect(bank.auth_url)
        ((attempt, _salt),) = _ask(connection, "SELECT * FROM api.challenge(%s)", salma.email)
        connection.commit()
        _ask(connection, "SELECT api.answer(%s, %s)", attempt, passwords.proof(b"x" * 32, attempt))
        held.append((connection, attempt))
    _signed_in(bank, salma)
    evaluated = 0
    for connection, attempt in held:
        connection.commit()
        try:
            evaluated += _ask(
                connection, "SELECT retry_after_s FROM api.open_session(%s, 's')", attempt
            ) in ([(0,)], [(60,)])
        except psycopg2.Error as error:
            assert error.pgcode == "IP101"  # noqa: PT017 (an answer is as good, and checked below)
        connection.close()
    refusals = "SELECT count(*) FROM audit_logs WHERE event = 'sign_in_refused'"
    assert bank.ask("auth", refusals)[0][0] <= 5
    assert evaluated <= 5


@pytest.mark.parametrize("database", ["auth", "payment"])
@pytest.mark.parametrize("statement", _ADVISORY)
def test_a_desktop_takes_no_advisory_lock(bank: Bank, database: Database, statement: str) -> None:
    with bank.as_desktop(database) as desktop:
        assert _refusal(desktop, statement) == "42501"


def test_amounts_are_kept_with_two_decimals_everywhere(bank: Bank) -> None:
    salma = bank.add_customer(balance=100)
    karim = bank.add_customer("Karim Samir", "karim@demo.eg")
    token = _signed_in(bank, salma).identity._access.token()
    with bank.as_desktop("payment") as desktop:
        amount = "1." + "0" * 16_000
        people = (str(salma.account_id), str(karim.account_id))
        assert _ask(desktop, _TRANSFER, token, str(uuid4()), *people, amount) == [("COMPLETED",)]
    details = bank.ask("payment", "SELECT DISTINCT details ->> 'amount' FROM notifications"
                       " WHERE event = 'payment_received'")  # fmt: skip
    assert details == [("1.00",)]
    logged = "SELECT payload ->> 'amount' FROM audit_logs WHERE event = 'transfer'"
    assert bank.ask("payment", logged) == [("1.00",)]


@pytest.mark.parametrize(
    ("database", "plan"), [("auth", _EMAILS_PLAN), ("payment", _ADDRESSES_PLAN)]
)
def test_a_plan_does_not_count_rows_of_others_by_value(
    bank: Bank, database: Database, plan: str
) -> None:
    """Comparing texts is leakproof, so an index is asked before the policy, and EXPLAIN counts."""
    bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")
    with bank.as_desktop(database) as desktop:
        _ask(
            desktop, "SET enable_sort = off; SET enable_seqscan = off; SET enable_bitmapscan = off"
        )
        try:
            lines = [row[0] for row in _ask(desktop, plan)]
        except psycopg2.errors.InsufficientPrivilege:
            return
    assert not [line for line in lines if "Rows Removed by Filter" in line]


def test_a_replaced_session_token_cannot_be_kept_alive(bank: Bank) -> None:
    """It may be used once more, as an answer may have been lost; not for ever instead of the new one."""
    services = _signed_in(bank, bank.add_customer())
    tokens = services.identity._access._tokens
    assert tokens is not None
    services.identity._access.token()
    buying = "SELECT session FROM api.access_token(%s)"
    with bank.as_desktop("auth") as desktop:
        old = tokens.session
        _ask(desktop, buying, old)
        _ask(desktop, buying, old)
        with bank.as_owner("auth") as cursor:
            cursor.execute("UPDATE sessions SET rotated_at = rotated_at - interval '20 seconds'")
        _refusal(desktop, buying, old)
        with bank.as_owner("auth") as cursor:
            cursor.execute("UPDATE sessions SET rotated_at = rotated_at - interval '20 seconds'")
        assert _refusal(desktop, buying, old) == "IP102"


def test_a_payee_learns_nothing_of_the_payers_balance(bank: Bank) -> None:
    salma = bank.add_customer(balance=100)
    karim = bank.add_customer("Karim Samir", "karim@demo.eg")
    token = _signed_in(bank, salma).identity._access.token()
    with bank.as_desktop("payment") as desktop:
        people = (str(salma.account_id), str(karim.account_id))
        _ask(desktop, _TRANSFER, token, str(uuid4()), *people, 1)
        _ask(
            desktop,
            "SELECT set_config('instapay.token', %s, false)",
            _signed_in(bank, karim).identity._access.token(),
        )
        assert _ask(desktop, "SELECT amount FROM transactions") == [(1,)]
        for column in ("payer_balance_after", "initiated_by"):
            refusal = _refusal(desktop, f"SELECT {column} FROM transactions")
            assert refusal == "42501", column
