"""Staff find customers by words of a name, an email, an IBAN or an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.errors import Refused
from tests.bank import PASSWORD
from tests.caller import refused

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank, Customer

pytestmark = pytest.mark.system_postgres

_NAMES = (
    ("Mona Adel El-Sayed", "mona@demo.eg"),
    ("Móna Farouk", "farouk@demo.eg"),
    ("أحمد عليّ", "ahmad@demo.eg"),
    ("احمد مصطفى", "ahmad2@demo.eg"),
    ("Adela Monir", "adela@demo.eg"),
)


@pytest.fixture
def people(bank: Bank) -> list[Customer]:
    return [bank.add_customer(name, email) for name, email in _NAMES]


@pytest.fixture
def counter(bank: Bank) -> Services:
    bank.add_staff("Teller One", "teller@demo.eg", "TELLER")
    opened = bank.services("counter")
    opened.identity.sign_in(email="teller@demo.eg", password=PASSWORD)
    return opened


def _names(counter: Services, text: str) -> list[str]:
    return [each.full_name for each in counter.customers.find(text=text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mon", {"Mona Adel El-Sayed", "Móna Farouk", "Adela Monir"}),
        ("MONA", {"Mona Adel El-Sayed", "Móna Farouk"}),
        ("adel mon", {"Mona Adel El-Sayed", "Adela Monir"}),
        ("mona adel x", set()),
        ("say", {"Mona Adel El-Sayed"}),
        ("el-sayed", {"Mona Adel El-Sayed"}),
        ("ona", set()),
        ("أحمد", {"أحمد عليّ", "احمد مصطفى"}),
        ("احمد علي", {"أحمد عليّ"}),
        ("مصطفي", {"احمد مصطفى"}),
        ("m", set()),
        ("%", set()),
        ("__", set()),
        ("ad\u200fel", {"Mona Adel El-Sayed", "Adela Monir"}),
        ("mona@demo.eg", {"Mona Adel El-Sayed"}),
        (" MONA@demo.eg ", {"Mona Adel El-Sayed"}),
        ("mon@demo.eg", set()),
        ("' OR 1=1 --", set()),
        ("x" * 5000, set()),
        ("\ud83d\ude00\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), set()),
    ],
)
def test_words_in_any_order_and_script(
    people: list[Customer], counter: Services, text: str, found: set[str]
) -> None:
    assert len(people) == len(_NAMES)
    assert set(_names(counter, text)) == found


def test_an_iban_or_address_finds_its_owner_also_once_closed(
    bank: Bank, people: list[Customer], counter: Services
) -> None:
    mona = people[0]
    bank.ask("payment", "INSERT INTO payment_addresses (address, account_id)"
        " VALUES ('mona@instapay', %s)", str(mona.account_id))  # fmt: skip
    grouped = " ".join(mona.iban[at : at + 4] for at in range(0, 29, 4))
    for text in (mona.iban, grouped.lower(), "Mona@InstaPay"):
        (found,) = counter.customers.find(text=text)
        assert (found.user_id, found.account_count) == (mona.user_id, 1)
    bank.ask("payment", "UPDATE accounts SET closed_at = now() WHERE id = %s", str(mona.account_id))
    (found,) = counter.customers.find(text=mona.iban)
    assert (found.user_id, found.account_count) == (mona.user_id, 0)
    assert counter.customers.find(text="mon@instapay") == ()


def test_how_many_accounts_the_owner_of_an_email_has_is_not_known(
    people: list[Customer], counter: Services
) -> None:
    (found,) = counter.customers.find(text=people[0].email)
    assert (found.user_id, found.account_count) == (people[0].user_id, None)


def test_another_name_is_found_and_the_old_one_not(
    bank: Bank, people: list[Customer], counter: Services
) -> None:
    change = "UPDATE holders SET full_name = 'Mona Nabil' WHERE user_id = %s"
    bank.ask("payment", change, str(people[0].user_id))
    assert _names(counter, "nabil mona") == ["Mona Nabil"]
    assert _names(counter, "sayed") == []


def test_fifty_are_shown_in_the_order_of_their_names(bank: Bank, counter: Services) -> None:
    bank.ask(
        "payment",
        "INSERT INTO holders (user_id, full_name, stated_at)"
        " SELECT gen_random_uuid(), 'Nour ' || lpad(n::text, 3, '0'), 0 FROM generate_series(1, 60) n",
    )
    names = _names(counter, "nour")
    assert names == [f"Nour {number:03}" for number in range(1, 51)]


def test_customers_find_nobody(bank: Bank, people: list[Customer]) -> None:
    customer = bank.services()
    customer.identity.sign_in(email=people[0].email, password=PASSWORD)
    for text in ("mona", people[1].iban, "farouk@demo.eg"):
        with pytest.raises(Refused, match="not_permitted"):
            customer.customers.find(text=text)
    with refused("IP004"):
        bank.caller(people[0].user_id).rows("find_customers", "mona")
