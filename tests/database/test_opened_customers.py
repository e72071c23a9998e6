"""A customer's accounts are read by staff who has opened that customer, for a reason, for a while."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from services.errors import InvalidInput, Refused
from services.values.people import Role
from tests.bank import PASSWORD
from tests.caller import refused
from tests.database.desk import Desk

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_READ = "SELECT (SELECT count(*) FROM accounts), (SELECT count(*) FROM ledger_entries), \
    (SELECT count(*) FROM transactions)"


@pytest.fixture
def desk(bank: Bank) -> Desk:
    made = Desk(bank)
    assert made.transfer("100")["status"] == "COMPLETED"
    return made


@pytest.fixture
def counter(bank: Bank, desk: Desk) -> Services:
    opened = bank.services("counter")
    opened.identity.sign_in(email="teller@demo.eg", password=PASSWORD)
    return opened


def _lapse(desk: Desk) -> None:
    desk.ask("UPDATE customer_openings SET closes_at = private.utc_now() - interval '1 s'")


def test_nothing_is_read_before_and_after_and_all_of_it_between(desk: Desk) -> None:
    teller, salma = desk.as_teller, desk.salma
    year = ("2020-01-01", "2100-01-01")
    assert teller.read(_READ) == [(0, 0, 0)]
    for call in (("customer_accounts", salma.user_id), ("customer_notes", salma.user_id)):
        with refused("IP262"):
            teller.rows(*call)
    with refused("IP203"):
        teller("statement", salma.account_id, *year)

    teller("open_customer", salma.user_id, "asks at the counter")
    # The opening money, the payment and its fee.
    assert teller.read(_READ) == [(1, 3, 2)]
    (account,) = teller.rows("customer_accounts", salma.user_id)
    assert (account["id"], account["iban"]) == (str(salma.account_id), salma.iban)
    assert teller("statement", salma.account_id, *year)["last_sequence"] == 3
    with refused("IP203"):
        teller("statement", desk.karim.account_id, *year)

    _lapse(desk)
    assert teller.read(_READ) == [(0, 0, 0)]
    with refused("IP262"):
        teller.rows("customer_accounts", salma.user_id)
    with refused("IP203"):
        teller("statement", salma.account_id, *year)


def test_the_log_keeps_who_opened_whom_and_why(desk: Desk) -> None:
    desk.as_teller("open_customer", desk.salma.user_id, " asks at the counter ")
    ((payload, actor),) = desk.ask(
        "SELECT payload, actor FROM audit_logs WHERE event = 'customer_opened'"
    )
    assert (payload["customer_id"], payload["reason"], UUID(actor)) == (
        str(desk.salma.user_id),
        "asks at the counter",
        desk.as_teller.user_id,
    )


def test_an_opening_is_one_persons(desk: Desk) -> None:
    desk.as_teller("open_customer", desk.salma.user_id, "asks")
    assert desk.as_supervisor.read(_READ) == [(0, 0, 0)]
    with refused("IP262"):
        desk.as_supervisor.rows("customer_accounts", desk.salma.user_id)


def test_it_ends_with_what_revokes_their_tokens(desk: Desk) -> None:
    desk.as_teller("open_customer", desk.salma.user_id, "asks")
    statement = desk.as_teller.signed(typ="revoke", sub=str(desk.as_teller.user_id), not_before="1")
    desk.as_salma.rows("accept", token=statement)
    assert desk.as_teller.read(_READ) == [(0, 0, 0)]


@pytest.mark.parametrize("role", ["CUSTOMER", "ADMIN"])
def test_others_open_nobody(desk: Desk, role: str) -> None:
    who = desk.bank.caller(desk.karim.user_id, role)
    with refused("IP004"):
        who("open_customer", desk.salma.user_id, "curious")
    assert desk.ask("SELECT 1 FROM customer_openings") == []


def test_nobody_opens_themselves_or_without_a_reason_or_nobody(desk: Desk) -> None:
    own = desk.bank.caller(desk.salma.user_id, "TELLER")
    with refused("IP004"):
        own("open_customer", desk.salma.user_id, "me")
    for reason in ("", "  ", "x" * 201, "a\u202eb", None):
        with refused("IP216"):
            desk.as_teller("open_customer", desk.salma.user_id, reason)
    for nobody in (uuid4(), None):
        with refused("IP261"):
            desk.as_teller("open_customer", nobody, "asks")


def test_the_service_opens_and_reads(desk: Desk, counter: Services) -> None:
    salma = desk.salma
    until = counter.customers.open(user_id=salma.user_id, reason="asks")
    assert timedelta(minutes=14) < until - datetime.now(UTC) < timedelta(minutes=16)
    desk.as_supervisor("freeze", salma.account_id, "DEBITS", "lost card", None)
    (found,) = counter.customers.accounts(user_id=salma.user_id)
    assert (found.account.id, found.account.frozen, found.frozen_reason) == (
        salma.account_id,
        "DEBITS",
        "lost card",
    )
    page = counter.accounts.history(account_id=salma.account_id)
    assert [entry.sequence for entry in page.entries] == [3, 2, 1]
    who = counter.customers.identity(user_id=salma.user_id)
    assert (who.email, who.full_name, who.roles, who.locked_at, who.paused_until) == (
        "salma@demo.eg",
        "Salma Hassan",
        frozenset({Role.CUSTOMER}),
        None,
        None,
    )


def test_identity_tells_of_a_lockout(desk: Desk, counter: Services) -> None:
    customer = desk.bank.services()
    for _ in range(5):
        with pytest.raises(Refused):
            customer.identity.sign_in(email="salma@demo.eg", password="not her password")
    who = counter.customers.identity(user_id=desk.salma.user_id)
    assert who.paused_until is not None
    assert timedelta(0) < who.paused_until - datetime.now(UTC) < timedelta(seconds=70)
    counter.people.lift_lockout(user_id=desk.salma.user_id)
    assert counter.customers.identity(user_id=desk.salma.user_id).paused_until is None
    with pytest.raises(Refused, match="user_unknown"):
        counter.customers.identity(user_id=uuid4())


def test_notes_are_kept_with_their_author(desk: Desk, counter: Services) -> None:
    salma = desk.salma.user_id
    with pytest.raises(Refused, match="customer_not_open"):
        counter.customers.add_note(user_id=salma, text="Moves in May")
    counter.customers.open(user_id=salma, reason="asks")
    counter.customers.add_note(user_id=salma, text=" Moves in May\nto Giza ")
    counter.customers.add_note(user_id=salma, text="تفضل العربية")
    notes = counter.customers.notes(user_id=salma)
    assert [(each.author_name, each.text) for each in notes] == [
        ("Teller One", "تفضل العربية"),
        ("Teller One", "Moves in May\nto Giza"),
    ]
    for text in ("", " \n ", "x" * 1001, "a\u202eb", "a\x07b"):
        with pytest.raises(InvalidInput, match="customer_note_invalid"):
            counter.customers.add_note(user_id=salma, text=text)
    with refused("IP209"):
        desk.as_supervisor("open_customer", salma, "asks")
        desk.as_supervisor("add_customer_note", salma, "nobody has told my name")


def test_an_account_is_opened_once_by_its_id(desk: Desk, counter: Services) -> None:
    salma, account = desk.salma.user_id, uuid4()
    with pytest.raises(Refused, match="customer_not_open"):
        counter.customers.open_account(account_id=account, user_id=salma, currency="USD")
    counter.customers.open(user_id=salma, reason="wants dollars")
    ibans = {
        counter.customers.open_account(
            account_id=account, user_id=salma, currency="USD", name=" Dollars "
        )
        for _ in range(2)
    }
    assert len(ibans) == 1
    assert desk.account(account, "user_id, currency, name, balance") == (
        str(salma), "USD", "Dollars", 0)  # fmt: skip
    notices = desk.ask(
        "SELECT count(*) FROM notifications WHERE event = 'account_opened' AND user_id = %s", salma
    )
    assert notices == [(1,)]
    with pytest.raises(Refused, match="id_reused"):
        counter.customers.open_account(account_id=account, user_id=salma, currency="EGP")
    for currency, name in (("XXX", ""), ("usd", ""), ("EGP", "x" * 61), ("EGP", "a\u202eb")):
        with pytest.raises(InvalidInput, match="account_invalid"):
            counter.customers.open_account(
                account_id=uuid4(), user_id=salma, currency=currency, name=name
            )
    desk.check_books()


def test_twenty_accounts_are_enough(desk: Desk) -> None:
    desk.as_teller("open_customer", desk.salma.user_id, "asks")
    for _ in range(19):
        desk.as_teller("open_account", uuid4(), desk.salma.user_id, "EGP", None)
    with refused("IP264"):
        desk.as_teller("open_account", uuid4(), desk.salma.user_id, "EGP", None)
