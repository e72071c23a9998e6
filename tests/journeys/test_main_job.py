"""The program's main job, through real windows and the real databases: somebody pays somebody."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.provisioning.demo import add_demo
from app.provisioning.demo_people import PASSWORD as DEMO_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bank import Bank
    from tests.journeys.conftest import Desk


def _newest(desk: Desk, *amounts: str) -> list[tuple[str, str]]:
    """Wait for rows of these amounts on top of the history; return what each says and its balance."""
    history = desk.accounts.history

    def are_on_top() -> bool:
        return tuple(row.amount for row in history.rows()[: len(amounts)]) == amounts

    desk.page._qtbot.waitUntil(are_on_top, timeout=10_000)
    return [(row.what, row.balance) for row in history.rows()[: len(amounts)]]


@pytest.mark.parametrize("way", ["address", "iban"])
def test_a_demo_customer_pays_another_and_both_screens_agree_with_the_books(
    bank: Bank, open_desk: Callable[..., Desk], way: str
) -> None:
    add_demo(bank.auth_owner_url, bank.payment_owner_url)
    salma, karim = open_desk("salma"), open_desk("karim")
    salma.login.choose_demo_person("Salma")
    salma.login.press_submit()
    salma.accounts.wait_for_cards()
    karim.sign_in("karim@demo.eg", DEMO_PASSWORD)

    ((payer, paid_before), (payee, got_before)) = (
        bank.ask(
            "payment",
            "SELECT a.id, a.balance FROM accounts AS a JOIN payment_addresses ON account_id = a.id"
            " WHERE address = %s",
            f"{name}@instapay",
        )[0]
        for name in ("salma", "karim")
    )
    iban = bank.ask("payment", "SELECT iban FROM accounts WHERE id = %s", payee)[0][0]
    salma.accounts.wait_for_balance(1, f"{paid_before:,.2f} EGP")

    salma.accounts.new_transfer()
    salma.transfer.wait_for_form()
    salma.transfer.fill("karim@instapay" if way == "address" else iban, "1,250.50", "غداء Friday")
    assert salma.transfer.payee() == "Karim S••••"
    salma.transfer.review()
    assert salma.transfer.confirm_text("total") == "1,251.75 EGP"
    salma.transfer.confirm()
    salma.transfer.wait_for_outcome("sent")
    assert salma.transfer.receipt("fee") == "1.25 EGP"
    paid_after, got_after = paid_before - Decimal("1251.75"), got_before + Decimal("1250.50")
    assert salma.transfer.receipt("balance") == f"{paid_after:,.2f} EGP"

    # In the database …
    assert bank.ask("payment", "SELECT balance FROM accounts WHERE id = %s", payer) == [
        (paid_after,)
    ]
    assert bank.ask("payment", "SELECT balance FROM accounts WHERE id = %s", payee) == [
        (got_after,)
    ]
    assert set(bank.books().values()) == {0}
    # … and on both screens.
    salma.page.go_to("accounts")
    salma.accounts.wait_for_balance(1, f"{paid_after:,.2f} EGP")
    # A payment and its fee are one line.
    assert _newest(salma, "−1,251.75") == [
        ("Karim S••••, غداء Friday, fee 1.25", f"{paid_after:,.2f}")
    ]
    karim.window.refresh()
    karim.accounts.wait_for_balance(1, f"{got_after:,.2f} EGP")

    assert _newest(karim, "+1,250.50") == [("Salma H••••, غداء Friday", f"{got_after:,.2f}")]
    for desk, sentence in (
        (salma, "You sent 1,250.50 EGP to Karim S••••"),
        (karim, "You received 1,250.50 EGP from Salma H••••"),
    ):
        desk.page.go_to("notifications")
        desk.notifications.wait_for_notices()
        assert desk.notifications.sentences()[0] == sentence
        # A notice opens what it is about: the payment itself.
        desk.notifications.open(0)
        assert desk.accounts.history.fact("note") == "غداء Friday"
        desk.page.sign_out()
        assert desk.login.is_shown()
    # The sign-out itself goes on behind the sign-in page.
    salma.page._qtbot.waitUntil(
        lambda: bank.ask("auth", "SELECT 1 FROM sessions WHERE ended_at IS NULL") == []
    )


def test_somebody_new_signs_up_and_gets_paid(bank: Bank, open_desk: Callable[..., Desk]) -> None:
    bank.add_customer(balance="500.50", address="salma@instapay")
    nour = open_desk("nour")
    nour.login.open_sign_up()
    nour.login.sign_up("نور حسن", "nour@demo.eg", "a long new password")
    assert nour.login.received()
    assert bank.decide_applications() == 1
    nour.login.back_to_sign_in()
    nour.sign_in("nour@demo.eg", "a long new password")
    assert nour.accounts.balance(1) == "0.00 EGP"
    iban = bank.ask(
        "payment", "SELECT iban FROM accounts WHERE name IS NULL AND user_id IS NOT NULL"
    )[0][0]

    salma = open_desk("salma")
    salma.sign_in("salma@demo.eg", "correct horse battery")
    salma.page.go_to("transfer")
    salma.transfer.wait_for_form()
    salma.transfer.send(iban, "500")
    salma.transfer.wait_for_outcome("sent")
    nour.window.refresh()
    nour.accounts.wait_for_balance(1, "500.00 EGP")


def test_a_refusal_keeps_what_was_typed(bank: Bank, open_desk: Callable[..., Desk]) -> None:
    """The money went elsewhere between the last look and Send."""
    salma = bank.add_customer(balance=100)
    karim = bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")
    desk = open_desk()
    desk.sign_in(salma.email, salma.password)
    desk.page.go_to("transfer")
    desk.transfer.wait_for_form()
    desk.transfer.fill("karim@instapay", "80")
    desk.transfer.review()
    desk.transfer.dialog()
    bank.pay_past(salma.account_id, karim.account_id, ["50"])
    desk.transfer.confirm()
    assert desk.transfer.wait_for_error("amount").startswith("There is not enough money")
    assert (desk.transfer.text("to"), desk.transfer.text("amount")) == ("karim@instapay", "80.00")
    assert bank.balance(salma.account_id) == 50


def test_a_large_payment_takes_the_password_and_a_wrong_one_loses_nothing(
    bank: Bank, open_desk: Callable[..., Desk]
) -> None:
    salma = bank.add_customer(balance=60_000)
    karim = bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")
    desk = open_desk()
    desk.sign_in(salma.email, salma.password)
    desk.page.go_to("transfer")
    desk.transfer.wait_for_form()
    desk.transfer.fill("karim@instapay", "50000", "Car")
    desk.transfer.review()
    assert desk.transfer.warns_of_first_payment()
    assert desk.transfer.confirm_text("fee") == "20.00 EGP"
    desk.transfer.confirm("not her password")
    assert "Tries left before a pause: 4." in desk.transfer.wait_for_password_error()
    desk.transfer.confirm(salma.password)
    desk.transfer.wait_for_outcome("sent")
    assert desk.transfer.receipt("balance") == "9,980.00 EGP"
    assert bank.balance(karim.account_id) == 50_000
    assert bank.ask(
        "auth", "SELECT event FROM audit_logs WHERE event LIKE 'confirm%' ORDER BY id"
    ) == [
        ("confirm_refused",),
        ("confirm",),
    ]
    assert set(bank.books().values()) == {0}


def test_more_than_the_days_limit_is_refused_before_it_is_sent(
    bank: Bank, open_desk: Callable[..., Desk]
) -> None:
    salma = bank.add_customer(balance=500_000)
    bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")
    desk = open_desk()
    desk.sign_in(salma.email, salma.password)
    desk.page.go_to("transfer")
    desk.transfer.wait_for_form()
    desk.transfer.send("karim@instapay", "70000", password=salma.password)
    desk.transfer.wait_for_outcome("sent")
    desk.transfer.new_transfer()
    desk.transfer.fill("karim@instapay", "50000.01")
    desk.transfer.review()
    assert desk.transfer.wait_for_error("amount") == (
        "This is over your limit for a day: you may still pay 50,000.00 EGP today."
    )
    assert bank.ask("payment", "SELECT count(*) FROM transactions WHERE status = 'FAILED'") == [
        (0,)
    ]
