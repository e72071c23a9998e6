"""Demo people and load: the books balance, and a repeat adds nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from app.provisioning.checks import OK, examine
from app.provisioning.demo import add_demo
from app.provisioning.demo_people import DEMO_PEOPLE
from app.provisioning.load import load_bank
from services.values.people import Role
from tests.signed_in import accept

if TYPE_CHECKING:
    from tests.bank import Bank


def _assert_sound(bank: Bank) -> None:
    found = examine(bank.auth_owner_url, bank.payment_owner_url)
    assert (found["books_balance"], found["ledger_matches_balances"]) == (OK, OK)


def test_demo_people_have_accounts_and_ninety_days(bank: Bank) -> None:
    assert add_demo(bank.auth_owner_url, bank.payment_owner_url)
    assert not add_demo(bank.auth_owner_url, bank.payment_owner_url)
    _assert_sound(bank)
    services = bank.services()
    for person in DEMO_PEOPLE:
        signed_in = services.identity.sign_in(email=person.email, password=person.password)
        assert signed_in.roles == {person.role}
        assert signed_in.full_name == person.full_name
        accounts = services.accounts.list()
        assert bool(accounts) == (person.role is Role.CUSTOMER)
        if person.email == "salma@demo.eg":
            assert [each.name for each in accounts] == ["Everyday", "Savings", "Dollars"]
            page = services.accounts.history(account_id=accounts[0].id)
            assert len(page.entries) > 30
            age = datetime.now(UTC) - page.entries[-1].posted_at
            assert 89 <= age.days <= 91


def test_a_teller_of_the_demo_finds_cash_in_the_vault(bank: Bank) -> None:
    add_demo(bank.auth_owner_url, bank.payment_owner_url)
    services = bank.services()
    services.identity.sign_in(email="teller@demo.eg", password=DEMO_PEOPLE[0].password)
    access = services.identity._access
    accept(bank, access.session_call("holder_statement"))
    teller = bank.caller(access.user_id(), "TELLER")
    for currency in ("EGP", "USD"):
        teller("open_till", uuid4(), currency, "15000.00")
    drawers = {till["currency"]: till["drawer"] for till in teller.rows("my_tills")}
    assert drawers == {"EGP": 15000, "USD": 15000}
    _assert_sound(bank)


def test_demo_goes_on_after_a_crash_between_the_two_databases(bank: Bank) -> None:
    add_demo(bank.auth_owner_url, bank.payment_owner_url)
    with bank.as_owner("payment") as cursor:
        # As it stands before the load's one transaction: only the bank's own accounts are there.
        cursor.execute("DELETE FROM ledger_entries")
        cursor.execute("DELETE FROM transactions; DELETE FROM payment_addresses")
        cursor.execute("DELETE FROM accounts WHERE kind NOT IN ('FEES', 'BANK')")
        cursor.execute("UPDATE accounts SET balance = 0, last_sequence = 0, last_entry_at = NULL")
        cursor.execute("DELETE FROM holders")
    assert add_demo(bank.auth_owner_url, bank.payment_owner_url)
    _assert_sound(bank)


def test_load_balances_and_may_be_repeated(bank: Bank) -> None:
    for _ in range(2):
        load_bank(bank.auth_owner_url, bank.payment_owner_url, accounts=20, transactions=500)
    load_bank(bank.auth_owner_url, bank.payment_owner_url, accounts=0, transactions=0)
    load_bank(bank.auth_owner_url, bank.payment_owner_url, accounts=1, transactions=5)
    _assert_sound(bank)
    assert bank.ask("payment", "SELECT count(*) FROM transactions WHERE kind = 'TRANSFER'") == [
        (1000,)
    ]
    assert bank.ask(
        "payment", "SELECT min(balance) >= 0 FROM accounts WHERE kind = 'CUSTOMER'"
    ) == [(True,)]


def test_history_pages_by_key_without_a_gap_or_a_repeat(bank: Bank) -> None:
    salma = bank.add_customer(balance=1000)
    karim = bank.add_customer("Karim Samir", "karim@demo.eg")
    bank.pay_past(salma.account_id, karim.account_id, ["1.25"] * 249)
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=salma.password)
    seen: list[int] = []
    before = None
    while True:
        page = services.accounts.history(account_id=salma.account_id, before=before, limit=100)
        seen += [each.sequence for each in page.entries]
        if page.next_before is None:
            break
        before = page.next_before
    assert seen == list(range(250, 0, -1))
    assert services.accounts.history(account_id=karim.account_id).entries == ()
