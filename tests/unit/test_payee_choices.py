"""Who is offered while somebody types, and who is meant without doubt."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from services.values.accounts import Account
from services.values.money import Money
from services.values.payees import Contact, RecentPayee
from services.values.transfers import Payee
from ui import bidi, date_text
from ui.payee_choices import (
    Choice,
    Kind,
    chosen,
    exactly,
    gather,
    is_name,
    known_as,
    matching,
    payable,
)

NOW = datetime(2026, 11, 22, tzinfo=UTC)
IBAN = "EG380019000500000000263180002"


def payee(number: int, name: str, reached_by: str = "", currency: str = "EGP") -> Payee:
    return Payee(UUID(int=number), name, currency, reached_by, is_own=False)


def contact(number: int, name: str, whom: Payee, *, closed: bool = False) -> Contact:
    return Contact(UUID(int=100 + number), name, whom, closed)


def account(number: int, name: str, currency: str = "EGP") -> Account:
    none = Money(Decimal(0), currency)
    address = f"{name.lower()}@instapay"
    iban = f"{IBAN[:-1]}{number}"
    return Account(UUID(int=number), name, iban, address, currency, none, none, none, NOW)


KARIM, MONA, NOUR = (
    payee(1, "Karim S••••", "karim@instapay"),
    payee(2, "Mona A••••", IBAN),
    payee(3, "Nour A••••"),
)
CHOICES = gather(
    [account(8, "Everyday"), account(9, "Dollars", "USD")],
    [
        contact(1, "Ámr, landlord", KARIM),
        contact(2, "منى الشقة", MONA),
        contact(3, "Old", payee(4, "Old O••••", "old@instapay"), closed=True),
    ],
    [RecentPayee(NOUR, NOW), RecentPayee(payee(2, "Mona A••••"), NOW)],
)


def names(choices: tuple[Choice, ...]) -> list[str]:
    return [each.name for each in choices]


def test_each_is_offered_once_who_was_paid_lately_first() -> None:
    assert names(CHOICES) == ["Nour A••••", "منى الشقة", "Ámr, landlord", "Everyday", "Dollars"]
    assert [each.kind for each in CHOICES[:2]] == [Kind.RECENT, Kind.CONTACT]
    assert CHOICES[1].payee == MONA
    assert CHOICES[1].paid_at == NOW


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("amr", ["Ámr, landlord"]),
        ("LAND ámr", ["Ámr, landlord"]),
        ("kar", ["Ámr, landlord"]),
        ("karim@i", ["Ámr, landlord"]),
        ("الش", ["منى الشقة"]),
        ("eg38 0019 ٠٠٠٥", ["منى الشقة", "Everyday", "Dollars"]),
        ("andlord", []),
        ("s", []),
        ("•", []),
        ("", ["Nour A••••", "منى الشقة", "Ámr, landlord", "Everyday", "Dollars"]),
    ],
)
def test_any_word_address_or_iban_is_found_by_its_beginning(
    typed: str, expected: list[str]
) -> None:
    assert names(matching(CHOICES, typed)) == expected


def test_only_a_whole_name_or_an_own_accounts_text_is_meant_without_doubt() -> None:
    assert exactly(CHOICES, "ámr, LANDLORD") == CHOICES[2]
    assert exactly(CHOICES, "everyday@instapay") == CHOICES[3]
    assert exactly(CHOICES, f" {IBAN[:-1].lower()}8 ") == CHOICES[3]
    for typed in ("Ámr", "karim@instapay", IBAN, "", "nobody"):
        assert exactly(CHOICES, typed) is None, typed
    twice = (CHOICES[0], *CHOICES)
    assert exactly(twice, "Nour A••••") is None


def test_names_are_told_from_addresses_and_ibans() -> None:
    assert [is_name(each) for each in ("Mona", "mona@", "EG38", "eg 38", "E", "٣")] == [
        True, False, False, False, True, True,
    ]  # fmt: skip


def test_somebody_known_by_a_payment_only_stays_a_stranger_when_typed() -> None:
    assert known_as(CHOICES, payee(3, "Nour A••••", "nour@instapay")) is None
    assert known_as(CHOICES, NOUR) == CHOICES[0]
    assert known_as(CHOICES, KARIM) == chosen(CHOICES, KARIM.account_id) == CHOICES[2]


def test_an_account_pays_neither_itself_nor_another_currency() -> None:
    assert names(payable(CHOICES, account(8, "Everyday"))) == names(CHOICES)[:3]
    assert payable(CHOICES, None) == CHOICES


def test_what_tells_payees_apart_is_said_in_their_own_direction() -> None:
    details = [bidi.plain(each.detail) for each in CHOICES]
    assert details == [
        f"Paid {date_text.day(NOW)}",
        "… 8000 2",
        "karim@instapay",
        "Own account, 8000 8",
        "Own account, 8000 9",
    ]
    assert CHOICES[2].spoken == "Ámr, landlord, karim@instapay"
