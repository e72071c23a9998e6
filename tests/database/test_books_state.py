"""Whether the books balance: proved by the worker, told to staff at no cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.caller import refused

if TYPE_CHECKING:
    from app.worker import Worker
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_ROLES = ("TELLER", "SUPERVISOR", "AUDITOR", "ADMIN")


@pytest.mark.parametrize("role", _ROLES)
def test_staff_are_told_what_the_worker_proved_last_and_when(
    bank: Bank, worker: Worker, role: str
) -> None:
    karim = bank.add_customer(balance="12.34")
    teller = bank.caller(bank.add_staff("Tarek Fouad", "teller@demo.eg", role), role)
    assert teller.rows("books_state") == [{"balanced": None, "proved_at": None}]
    worker.tick()
    ((now,),) = bank.ask("payment", "SELECT private.utc_now()")
    (state,) = teller.rows("books_state")
    assert state["balanced"] is True
    assert abs((now - state["proved_at"]).total_seconds()) < 30
    # Nothing is proved by being asked after.
    bank.ask(
        "payment",
        "UPDATE accounts SET balance = balance + 0.01 WHERE id = %s",
        str(karim.account_id),
    )
    assert teller.rows("books_state") == [state]
    bank.ask("payment", "SELECT private.prove_books()")
    (after,) = teller.rows("books_state")
    assert after["balanced"] is False
    assert after["proved_at"] > state["proved_at"]


def test_currencies_do_not_make_up_for_each_other(bank: Bank) -> None:
    egp, usd = (
        bank.add_customer(email=f"{each}@demo.eg", balance=10, currency=each.upper())
        for each in ("egp", "usd")
    )
    for account, by in ((egp, 1), (usd, -1)):
        bank.ask(
            "payment",
            "UPDATE accounts SET balance = balance + %s WHERE id = %s",
            by,
            str(account.account_id),
        )
    assert bank.ask("payment", "SELECT private.prove_books()") == [(False,)]


def test_customers_are_not_told(bank: Bank) -> None:
    salma = bank.caller(bank.add_customer().user_id)
    with refused("IP004"):
        salma.rows("books_state")


def test_a_note_of_the_workers_runs_keeps_the_proof(bank: Bank) -> None:
    teller = bank.caller(bank.add_staff("Tarek Fouad", "teller@demo.eg", "TELLER"), "TELLER")
    bank.ask("payment", "SELECT private.prove_books()")
    before = teller.rows("books_state")
    bank.ask("payment", "SELECT private.worker_ran(ARRAY['prove_books'])")
    assert teller.rows("books_state") == before
