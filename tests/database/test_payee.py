"""Finding a payee: exactly, by masked name, and nothing by a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import stdnum.iban
from hypothesis import given
from hypothesis import strategies as st

from services.errors import InstaPayError

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def services(bank: Bank) -> Services:
    salma = bank.add_customer()
    bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")
    opened = bank.services()
    opened.identity.sign_in(email=salma.email, password=salma.password)
    return opened


@pytest.mark.parametrize("typed", ["karim@instapay", " Karim@InstaPay ", "KARIM@INSTAPAY"])
def test_address_is_found_whatever_its_case(services: Services, typed: str) -> None:
    payee = services.transfers.resolve(payee=typed)
    assert (payee.masked_name, payee.reached_by, payee.is_own) == (
        "Karim S••••",
        "karim@instapay",
        False,
    )


def test_iban_is_found_with_blanks_lower_case_and_arabic_digits(
    bank: Bank, services: Services
) -> None:
    iban = bank.ask(
        "payment", "SELECT iban FROM accounts JOIN payment_addresses ON account_id = id"
    )[0][0]
    spaced = " ".join(iban[i : i + 4] for i in range(0, len(iban), 4)).lower()
    arabic = spaced.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for typed in (iban, spaced, arabic):
        assert services.transfers.resolve(payee=typed).reached_by == iban


@pytest.mark.parametrize(
    "typed",
    ["kari", "karim@instapa", "%@instapay", "karim@instapay'--", "_arim@instapay", "EG%", "EG",
     "x" * 5000, "karim\0@instapay", "' OR 1=1 --", "karim@demo.eg"],
)  # fmt: skip
def test_anything_else_is_unknown(services: Services, typed: str) -> None:
    with pytest.raises(InstaPayError) as caught:
        services.transfers.resolve(payee=typed)
    assert caught.value.code == "payee_unknown"


def test_nothing_typed_is_told_apart(services: Services) -> None:
    with pytest.raises(InstaPayError) as caught:
        services.transfers.resolve(payee="  ")
    assert caught.value.code == "payee_missing"


def test_every_new_iban_passes_the_registry_check(bank: Bank) -> None:
    """Against python-stdnum, which follows ISO 13616 and the registry's EG format."""
    with bank.as_owner("payment") as cursor:
        cursor.execute("SELECT private.new_iban() FROM generate_series(1, 300)")
        for (iban,) in cursor.fetchall():
            assert stdnum.iban.is_valid(iban), iban
            assert len(iban) == 29


_WORDS = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1)


def test_masked_name_never_shows_a_second_word(bank: Bank) -> None:
    with bank.as_owner("payment") as cursor:

        @given(st.lists(_WORDS, min_size=1, max_size=4))
        def holds(words: list[str]) -> None:
            cursor.execute("SELECT private.masked_name(%s)", (" ".join(words),))
            masked = cursor.fetchone()[0]
            if len(words) == 1:
                assert masked == words[0][0] + "••••"
            else:
                assert masked == f"{words[0]} {words[1][0]}••••"

        holds()
