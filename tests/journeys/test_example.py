"""An example to copy: one customer pays another, and both see it.

Read it from above; each step says what it is for. Run it with

    .venv/bin/python -m pytest tests/journeys/test_example.py

Then copy the file, give the test a name that is a sentence, and change a step.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bank import Bank
    from tests.builders import Builder
    from tests.clock import Clock
    from tests.journeys.conftest import Desk

#: These tests make people of their own and ask nothing of the others in the bank, so they also run
#: against databases given by URL. A test that counts all payments, or stops the server, must not
#: have this line.
pytestmark = pytest.mark.any_bank


def test_a_payment_is_seen_by_both_sides(
    # What a test names here, pytest makes (see the fixtures in docs/qa.md):
    build: Builder,  # makes people, accounts and histories
    bank: Bank,  # the two databases, to ask what is true in the end
    open_desk: Callable[..., Desk],  # opens a window of the program, with its pages
) -> None:
    # 1. People. Names and addresses are new each time; the password is the same for all.
    salma = build.customer("Salma Hassan", balance=1000)
    karim = build.customer("Karim Samir", balance=0)

    # 2. Windows. Each has preferences and an outbox of its own, by the name it is given.
    hers = open_desk("salma")
    hers.sign_in(salma.email, salma.password)
    his = open_desk("karim")
    his.sign_in(karim.email, karim.password)

    # 3. What a person does. Page objects press keys and click; they wait by themselves.
    hers.page.go_to("transfer")
    hers.transfer.wait_for_form()
    hers.transfer.fill(karim.address or "", "250", "Lunch on Friday")
    hers.transfer.review()
    assert hers.transfer.confirm_text("fee") == "0.50 EGP"
    hers.transfer.confirm()
    hers.transfer.wait_for_outcome("sent")

    # 4. What is on screen, in words as somebody reads them. Never sleep: wait for what is to come.
    hers.page.go_to("accounts")
    hers.accounts.wait_for_balance(1, "749.50 EGP")
    his.window.refresh()
    his.accounts.wait_for_balance(1, "250.00 EGP")

    # 5. What is in the books, which is what counts.
    assert bank.balance(salma.account_id) == Decimal("749.50")
    assert bank.balance(karim.account_id) == 250


def test_an_account_with_a_past_shows_it(build: Builder, open_desk: Callable[..., Desk]) -> None:
    # A past begins with an empty account; `post` puts it into the books, oldest first.
    mona = build.customer("Mona Adel", balance=0)
    karim = build.customer("Karim Samir", balance=500)
    past = build.history(mona).cash_in("6000", days_ago=40)
    past.paid("1200", karim, "Rent", days_ago=30).received("180", karim, "Lunch", days_ago=2)
    past.post()

    desk = open_desk()
    desk.sign_in(mona.email, mona.password)
    desk.accounts.wait_for_balance(1, "4,980.00 EGP")
    desk.accounts.history.wait_for_rows(3)
    newest = desk.accounts.history.rows()[0]
    assert (newest.amount, newest.balance) == ("+180.00", "4,980.00")


def test_a_window_that_nobody_touches_locks_itself(
    build: Builder, open_desk: Callable[..., Desk], clock: Clock
) -> None:
    salma = build.customer()
    desk = open_desk()
    desk.sign_in(salma.email, salma.password)
    # The window's clock is the test's: nobody waits five minutes for this.
    clock.forward(minutes=5, seconds=1)
    desk.lock.wait()
    desk.lock.unlock(salma.password)
