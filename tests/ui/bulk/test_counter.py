"""A payroll that a customer brings to the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.pages.finding import find, plain
from ui.widgets.inline_error import InlineError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.bank import Bank, Customer
    from tests.ui.bulk.conftest import Seat

    Write = Callable[..., Path]


def test_a_teller_sends_it_for_an_open_customer_who_was_identified(
    counter: Seat, write: Write, bank: Bank, salma: Customer, karim: Customer
) -> None:
    counter.serve(salma)
    counter.bulk.wait_for("drop")
    assert counter.bulk.text("customer") == "For Salma Hassan"
    counter.bulk.choose(write("karim@instapay,7000,March,"))
    counter.bulk.press("review")
    shown = find(counter.window, InlineError, "bulk.identification.error")
    assert "how you know who this is" in plain(shown.text)
    counter.bulk.identify("national card 2900")
    facts = counter.bulk.facts(counter.bulk.review())
    assert (facts["customer"], facts["identification"]) == ("Salma Hassan", "national card 2900")
    counter.bulk.confirm()
    counter.bulk.wait_for_outcome("sent")
    assert bank.balance(karim.account_id) == 7000
    assert bank.ask("payment", "SELECT identification FROM batches") == [("national card 2900",)]


def test_above_the_teller_s_limit_a_supervisor_is_named(
    counter: Seat, write: Write, bank: Bank, salma: Customer
) -> None:
    bank.ask("payment", "UPDATE counter_limits SET alone_up_to = 100")
    counter.serve(salma)
    counter.bulk.wait_for("drop")
    counter.bulk.choose(write("karim@instapay,60,,", "mona@instapay,40.01,,"))
    assert "a supervisor has to make it" in counter.bulk.wait_for_error()
    assert not counter.bulk.is_pressable("review")


def test_a_customer_who_is_not_open_is_not_served(
    counter: Seat, bank: Bank, salma: Customer, karim: Customer
) -> None:
    counter.serve(karim, "Karim Samir")
    assert "not open to you" in plain(counter.bulk.wait_for("failure").accessibleName())
    counter.serve(salma)
    counter.bulk.wait_for("drop")
    bank.ask("payment", "UPDATE accounts SET batches_allowed = false")
    counter.window.refresh()
    told = counter.bulk.wait_for("empty").accessibleName()
    assert "A supervisor can allow it" in plain(told)


def test_staff_without_a_customer_are_led_to_the_counter(counter: Seat) -> None:
    counter.page.go_to("bulk")
    told = counter.bulk.wait_for("empty")
    assert "Open the customer first" in plain(told.accessibleName())
