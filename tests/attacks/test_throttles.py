"""Sign-ups and challenges by the dozen, one after the other, at once, and taken back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest

from services.errors import Unavailable
from tests.bank import PASSWORD, password_hash
from tests.signed_in import call, log_of, open_session, sign_in

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


def _sign_up(connection: Any, number: int) -> str | None:
    """Return the SQLSTATE of a refusal, None where the application was received."""
    try:
        call(connection, "sign_up", f"n{number}@demo.eg", password_hash(), "Nour")
    except psycopg2.Error as error:
        return str(error.pgcode)
    return None


def test_a_login_leaves_five_applications_a_day(bank: Bank) -> None:
    with bank.as_desktop("auth") as desktop:
        assert [_sign_up(desktop, n) for n in range(7)] == [None] * 5 + ["IP104"] * 2
        # Deciding them makes room for no more.
        bank.decide_applications()
        assert _sign_up(desktop, 8) == "IP104"
        oldest = "(SELECT id FROM applications ORDER BY created_at LIMIT 1)"
        bank.ask(
            "auth",
            f"UPDATE applications SET created_at = created_at - interval '1 day' WHERE id = {oldest}",
        )
        assert _sign_up(desktop, 9) is None
    with pytest.raises(Unavailable) as caught:
        bank.services().identity.sign_up(email="a@demo.eg", password=PASSWORD, full_name="A")
    assert caught.value.code == "too_many_applications"


def test_another_logins_applications_are_not_counted(bank: Bank) -> None:
    bank.ask(
        "auth",
        "INSERT INTO applications (email, password_hash, full_name, database_role)"
        " SELECT 'o' || n || '@demo.eg', '', 'O', 'station_2' FROM generate_series(1, 200) AS n",
    )
    with bank.as_desktop("auth") as desktop:
        assert _sign_up(desktop, 1) is None


def test_a_hundred_that_wait_are_enough(bank: Bank) -> None:
    bank.ask(
        "auth",
        "INSERT INTO applications (email, password_hash, full_name, database_role, created_at)"
        " SELECT 'o' || n || '@demo.eg', '', 'O', 'station_1', now() - interval '2 days'"
        " FROM generate_series(1, 100) AS n",
    )
    with bank.as_desktop("auth") as desktop:
        assert _sign_up(desktop, 1) == "IP104"


def test_several_at_once_do_not_each_count_the_others_out(bank: Bank) -> None:
    bank.let_wait("auth", "sign_up")
    connections = [bank.connect_desktop("auth") for _ in range(12)]
    with ThreadPoolExecutor(len(connections)) as threads:
        found = list(threads.map(_sign_up, connections, range(len(connections))))
    assert sorted(each or "" for each in found) == [""] * 5 + ["IP104"] * 7


def test_a_transaction_that_is_held_open_or_taken_back_lets_no_more_in(bank: Bank) -> None:
    held = bank.connect_desktop("auth")
    held.cursor().execute("BEGIN")
    assert _sign_up(held, 0) is None
    with bank.as_desktop("auth") as desktop:
        # Whoever waits for it does so for a second at most.
        assert _sign_up(desktop, 1) == "55P03"
        held.cursor().execute("ROLLBACK")
        assert [_sign_up(desktop, n) for n in range(2, 8)] == [None] * 5 + ["IP104"]


def test_applications_are_in_the_log_whatever_becomes_of_them(bank: Bank) -> None:
    salma = bank.add_customer()
    with bank.as_desktop("auth") as desktop:
        call(desktop, "sign_up", salma.email, password_hash(), "Mallory")
        call(desktop, "sign_up", "nour@demo.eg", password_hash(), "Nour")
    bank.decide_applications()
    rows = log_of(bank, "signed_up", "application_dropped", "user_created")
    told = [(row[0], row[3].get("email")) for row in rows]
    assert told == [
        ("signed_up", salma.email),
        ("signed_up", "nour@demo.eg"),
        ("application_dropped", salma.email),
        ("user_created", None),
    ]


def _challenges(connection: Any, count: int) -> list[str]:
    """Return the SQLSTATEs of so many challenges that are never answered."""
    found = []
    for number in range(count):
        try:
            call(connection, "challenge", f"n{number}@demo.eg")
        except psycopg2.Error as error:
            found.append(str(error.pgcode))
        else:
            found.append("")
    return found


def test_a_login_has_three_hundred_challenges_waiting_at_most(bank: Bank) -> None:
    salma = bank.add_customer()
    signed_in = sign_in(bank, salma.email)
    with bank.as_desktop("auth") as desktop:
        assert _challenges(desktop, 303) == [""] * 300 + ["IP111"] * 3
        with pytest.raises(psycopg2.Error) as caught:
            open_session(desktop, salma.email)
        assert caught.value.pgcode == "IP111"
        with pytest.raises(Unavailable) as told:
            bank.services().identity.sign_in(email=salma.email, password=PASSWORD)
        assert told.value.code == "too_many_challenges"
        # A session that is open goes on.
        assert signed_in.refusal("access_token") is None
        bank.ask(
            "auth",
            "UPDATE sign_in_attempts SET created_at = created_at - interval '5 minutes'"
            " WHERE answered_at IS NULL",
        )
        assert open_session(desktop, salma.email)["session"] is not None


def test_answering_them_fills_no_table_either(bank: Bank) -> None:
    bank.ask(
        "auth",
        "INSERT INTO sign_in_attempts (email, database_role, answered_at)"
        " SELECT 'x', 'station_1', clock_timestamp() AT TIME ZONE 'UTC' FROM generate_series(1, 2999)",
    )
    with bank.as_desktop("auth") as desktop:
        call(desktop, "answer", call(desktop, "challenge", "n@demo.eg")["attempt"], b"1" * 32)
        assert _challenges(desktop, 1) == ["IP111"]


def test_answered_ones_and_another_logins_do_not_count(bank: Bank) -> None:
    salma = bank.add_customer()
    bank.ask(
        "auth",
        "INSERT INTO sign_in_attempts (email, database_role)"
        " SELECT 'x', 'station_2' FROM generate_series(1, 500)",
    )
    bank.ask(
        "auth",
        "INSERT INTO sign_in_attempts (email, database_role, answered_at, evaluated_at, succeeded)"
        " SELECT 'x', 'station_1', now(), now(), true FROM generate_series(1, 500)",
    )
    with bank.as_desktop("auth") as desktop:
        assert open_session(desktop, salma.email)["session"] is not None
