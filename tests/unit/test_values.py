from __future__ import annotations

import time
from decimal import Decimal
from uuid import UUID

import pytest

from services.values.identifiers import new_uuid7
from services.values.money import Money
from services.values.people import DemoPerson
from services.values.transfers import Payee, Payment


def test_uuid7_is_of_its_version_and_grows_with_time() -> None:
    before = time.time_ns() // 1_000_000
    made = [new_uuid7() for _ in range(1000)]
    after = time.time_ns() // 1_000_000
    assert len(set(made)) == 1000
    for each in made:
        assert (each.version, each.variant) == (7, UUID(int=0x8 << 60).variant)
        assert before <= each.int >> 80 <= after


def test_money_of_two_currencies_does_not_mix() -> None:
    egp = Money(Decimal("10.50"), "EGP")
    assert egp - Money(Decimal("0.50"), "EGP") == Money(Decimal("10.00"), "EGP")
    assert -egp == Money(Decimal("-10.50"), "EGP")
    with pytest.raises(ValueError, match="USD taken from EGP"):
        egp - Money(Decimal(1), "USD")


def test_each_payment_has_an_id_of_its_own() -> None:
    payee = Payee(new_uuid7(), "Mona A••••", "EGP", "mona@instapay", is_own=False)
    one, two = (Payment(new_uuid7(), payee, Money(Decimal(1), "EGP")) for _ in range(2))
    assert one.id != two.id


def test_a_password_does_not_show() -> None:
    assert "secret word" not in repr(DemoPerson("Salma Hassan", "salma@demo.eg", "secret word"))
