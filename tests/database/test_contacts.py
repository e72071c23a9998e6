"""Contacts: whom somebody pays again, by names that only their keeper sees."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from services.errors import InstaPayError, InvalidInput, Refused

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank, Customer

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer(balance=100)


@pytest.fixture
def karim(bank: Bank) -> Customer:
    return bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")


@pytest.fixture
def services(bank: Bank, salma: Customer, karim: Customer) -> Services:
    return _sign_in(bank, salma)


def _sign_in(bank: Bank, who: Customer) -> Services:
    services = bank.services()
    services.identity.sign_in(email=who.email, password=who.password)
    return services


def test_contacts_are_listed_by_name_with_whom_they_reach(
    bank: Bank, services: Services, karim: Customer
) -> None:
    mona = bank.add_customer("Mona Adel", "mona@demo.eg", currency="USD")
    (own,) = services.accounts.list()
    services.payees.add_contact(payee=mona.iban, name="  mona, flat ")
    services.payees.add_contact(payee=own.iban, name="Savings")
    kept = services.payees.add_contact(payee="Karim@InstaPay", name="Landlord")
    found = services.payees.contacts()
    assert [each.name for each in found] == ["Landlord", "mona, flat", "Savings"]
    assert found[0].id == kept
    assert found[0].payee == services.payees.resolve(payee="karim@instapay")
    assert [(c.payee.masked_name, c.payee.currency, c.payee.is_own) for c in found] == [
        ("Karim S••••", "EGP", False),
        ("Mona A••••", "USD", False),
        ("Everyday", "EGP", True),
    ]
    assert [each.payee.reached_by for each in found] == ["karim@instapay", mona.iban, own.iban]
    assert not any(each.is_closed for each in found)


def test_adding_the_same_account_again_renames(services: Services, karim: Customer) -> None:
    first = services.payees.add_contact(payee="karim@instapay", name="Karim")
    again = services.payees.add_contact(payee=karim.iban, name="Landlord")
    assert again == first
    (contact,) = services.payees.contacts()
    assert (contact.name, contact.payee.reached_by) == ("Landlord", karim.iban)


def test_renaming_and_removing(services: Services) -> None:
    kept = services.payees.add_contact(payee="karim@instapay", name="Karim")
    services.payees.rename_contact(contact_id=kept, name=" سمير ")
    assert [each.name for each in services.payees.contacts()] == ["سمير"]
    services.payees.remove_contact(contact_id=kept)
    assert services.payees.contacts() == ()
    with pytest.raises(Refused, match="contact_unknown"):
        services.payees.remove_contact(contact_id=kept)
    with pytest.raises(Refused, match="contact_unknown"):
        services.payees.rename_contact(contact_id=kept, name="Karim")


def test_somebody_elses_contacts_are_neither_seen_nor_touched(
    bank: Bank, services: Services, karim: Customer
) -> None:
    kept = services.payees.add_contact(payee="karim@instapay", name="Landlord")
    other = _sign_in(bank, karim)
    assert other.payees.contacts() == ()
    with pytest.raises(Refused, match="contact_unknown"):
        other.payees.rename_contact(contact_id=kept, name="Mine")
    for contact_id in (kept, uuid4()):
        with pytest.raises(Refused, match="contact_unknown"):
            other.payees.remove_contact(contact_id=contact_id)
    assert [each.name for each in services.payees.contacts()] == ["Landlord"]


#: Wrong to the service and to the database alike.
_BAD_NAMES = [
    "",
    "   ",
    "x" * 61,
    "a\nb",
    "a\tb",
    "a\x7fb",
    "Karim\u202emirak",
    "\u2066x",
    "x\u2069",
]


@pytest.mark.parametrize("name", [*_BAD_NAMES, "a\x00b", "a\ud800", "a\x85b"])
def test_bad_names_are_refused_before_anything_is_asked(
    bank: Bank, services: Services, name: str
) -> None:
    kept = services.payees.add_contact(payee="karim@instapay", name="Karim")
    with pytest.raises(InvalidInput, match="contact_invalid"):
        services.payees.add_contact(payee="karim@instapay", name=name)
    with pytest.raises(InvalidInput, match="contact_invalid"):
        services.payees.rename_contact(contact_id=kept, name=name)
    assert bank.ask("payment", "SELECT count(*) FROM payee_questions") == [(1,)]


@pytest.mark.parametrize("name", [None, *_BAD_NAMES])
def test_the_database_itself_refuses_bad_names(
    services: Services, salma: Customer, name: str | None
) -> None:
    kept = services.payees.add_contact(payee="karim@instapay", name="Karim")
    token = services.identity._access.token()
    question = services.payees._ask("karim@instapay")
    for function, what in (("add_contact", question), ("rename_contact", str(kept))):
        with pytest.raises(InvalidInput, match="contact_invalid"):
            services.payees._payment.call(function, token, what, name)
    assert [each.name for each in services.payees.contacts()] == ["Karim"]


@pytest.mark.parametrize("name", ["x" * 60, " " + "ع" * 60 + " ", "O'Neil -- %s", "😀"])
def test_good_names_are_kept_as_typed(services: Services, name: str) -> None:
    services.payees.add_contact(payee="karim@instapay", name=name)
    assert [each.name for each in services.payees.contacts()] == [name.strip()]


def test_contacts_are_capped_and_renaming_at_the_cap_goes_on(
    bank: Bank, services: Services
) -> None:
    bank.ask(
        "payment", "UPDATE private.settings SET value = '2' WHERE name = 'contacts_per_person'"
    )
    others = [bank.add_customer("Mona Adel", f"mona{each}@demo.eg") for each in range(2)]
    services.payees.add_contact(payee="karim@instapay", name="Karim")
    last = services.payees.add_contact(payee=others[0].iban, name="Mona")
    with pytest.raises(Refused, match="too_many_contacts"):
        services.payees.add_contact(payee=others[1].iban, name="Other Mona")
    services.payees.add_contact(payee="karim@instapay", name="Landlord")
    services.payees.remove_contact(contact_id=last)
    services.payees.add_contact(payee=others[1].iban, name="Other Mona")
    assert [each.name for each in services.payees.contacts()] == ["Landlord", "Other Mona"]


def test_unknown_and_closed_accounts_become_no_contact(
    bank: Bank, services: Services, karim: Customer
) -> None:
    for typed, code in (("kari@instapay", "payee_unknown"), ("kari", "payee_invalid")):
        with pytest.raises(InstaPayError, match=code):
            services.payees.add_contact(payee=typed, name="Karim")
    close = "UPDATE accounts SET closed_at = now() WHERE id = %s"
    bank.ask("payment", close, str(karim.account_id))
    with pytest.raises(Refused, match="payee_unknown"):
        services.payees.add_contact(payee="karim@instapay", name="Karim")
    assert services.payees.contacts() == ()


def test_a_contact_whose_account_was_closed_stays_marked(
    bank: Bank, services: Services, karim: Customer
) -> None:
    services.payees.add_contact(payee="karim@instapay", name="Karim")
    close = "UPDATE accounts SET closed_at = now() WHERE id = %s"
    bank.ask("payment", close, str(karim.account_id))
    (contact,) = services.payees.contacts()
    assert (contact.is_closed, contact.payee.masked_name) == (True, "Karim S••••")


def test_a_contact_follows_the_account_and_not_the_address(
    bank: Bank, services: Services, karim: Customer
) -> None:
    """Money for somebody kept must not go to whoever has that address today."""
    services.payees.add_contact(payee="karim@instapay", name="Karim")
    mona = bank.add_customer("Mona Adel", "mona@demo.eg")
    bank.ask("payment", "UPDATE payment_addresses SET account_id = %s", str(mona.account_id))
    (contact,) = services.payees.contacts()
    assert (contact.payee.account_id, contact.payee.masked_name) == (
        karim.account_id,
        "Karim S••••",
    )


def test_staff_keep_no_contacts(bank: Bank, karim: Customer) -> None:
    bank.add_staff("Mona Adel", "teller@demo.eg", "TELLER")
    teller = bank.services()
    teller.identity.sign_in(email="teller@demo.eg", password="correct horse battery")
    assert teller.payees.resolve(payee="karim@instapay").account_id == karim.account_id
    with pytest.raises(Refused, match="holder_unknown"):
        teller.payees.add_contact(payee="karim@instapay", name="Karim")
