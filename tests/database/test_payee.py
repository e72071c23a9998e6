"""Finding a payee: exactly, by masked name, and nothing by a part."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
import stdnum.iban
from hypothesis import given
from hypothesis import strategies as st

from services.errors import InvalidInput, Refused

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

#: Examples of the SWIFT IBAN registry, one a shape: shortest, longest, letters inside.
_FOREIGN = (
    "NO9386011117947",
    "BE68539007547034",
    "GB29NWBK60161331926819",
    "DE89370400440532013000",
    "FR1420041010050500013M02606",
    "MT84MALT011000012345MTLCAST001S",
    "LC55HEMM000100010012001200023015",
    "SC18SSCB11010000000000001497USD",
)
_ALPHABET = string.ascii_uppercase + string.digits


@pytest.fixture
def services(bank: Bank) -> Services:
    salma = bank.add_customer()
    bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")
    opened = bank.services()
    opened.identity.sign_in(email=salma.email, password=salma.password)
    return opened


def _iban(bank: Bank) -> str:
    """Return Karim's."""
    return str(
        bank.ask("payment", "SELECT iban FROM accounts JOIN payment_addresses ON account_id = id")[
            0
        ][0]
    )


@pytest.mark.parametrize(
    "typed",
    ["karim@instapay", " Karim@InstaPay ", "KARIM@INSTAPAY", "\u200fkarim@instapay\u200e",
     "ｋａｒｉｍ＠ｉｎｓｔａｐａｙ", "\tkarim@instapay\n"],
)  # fmt: skip
def test_address_is_found_whatever_its_case(services: Services, typed: str) -> None:
    payee = services.payees.resolve(payee=typed)
    assert (payee.masked_name, payee.currency, payee.reached_by, payee.is_own) == (
        "Karim S••••",
        "EGP",
        "karim@instapay",
        False,
    )


def test_iban_is_found_with_blanks_lower_case_and_arabic_digits(
    bank: Bank, services: Services
) -> None:
    iban = _iban(bank)
    spaced = " ".join(iban[i : i + 4] for i in range(0, len(iban), 4)).lower()
    arabic = spaced.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for typed in (iban, spaced, arabic, spaced.replace(" ", "\u00a0")):
        assert services.payees.resolve(payee=typed).reached_by == iban


def test_ones_own_account_is_shown_by_its_name(bank: Bank, services: Services) -> None:
    (own,) = services.accounts.list()
    payee = services.payees.resolve(payee=own.iban)
    assert (payee.account_id, payee.masked_name, payee.is_own) == (own.id, "Everyday", True)


@pytest.mark.parametrize(
    "typed",
    ["kari", "karim@instapa", "%@instapay", "karim@instapay'--", "_arim@instapay", "EG%", "EG",
     "x" * 5000, "karim\0@instapay", "' OR 1=1 --", "karim@demo.eg", "k@instapay", "ka rim@instapay",
     "karim@instapay@instapay", "ĸarim@instapay", "karım@instapay", "\ud800@instapay", "@instapay",
     "x" * 40 + "@instapay", "karim@instapay\x7f"],
)  # fmt: skip
def test_what_can_be_no_address_and_no_iban_is_told_apart_and_not_counted(
    bank: Bank, services: Services, typed: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        services.payees.resolve(payee=typed)
    assert caught.value.code == "payee_invalid"
    assert bank.ask("payment", "SELECT count(*) FROM payee_questions") == [(0,)]


@pytest.mark.parametrize(
    "typed", ["kari@instapay", "karim.@instapay", "karimm@instapay", *_FOREIGN]
)
def test_what_nobody_has_is_unknown_and_counted(bank: Bank, services: Services, typed: str) -> None:
    with pytest.raises(Refused) as caught:
        services.payees.resolve(payee=typed)
    assert caught.value.code == "payee_unknown"
    assert bank.ask("payment", "SELECT question FROM payee_questions") == [(typed,)]


@pytest.mark.parametrize("typed", ["", "  ", "\u200f", "\t\n"])
def test_nothing_typed_is_told_apart(services: Services, typed: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        services.payees.resolve(payee=typed)
    assert caught.value.code == "payee_missing"


def test_iban_with_one_character_wrong_or_two_swapped_is_never_asked(
    bank: Bank, services: Services
) -> None:
    iban = _iban(bank)
    wrong = {
        iban[:place] + each + iban[place + 1 :]
        for place in range(2, len(iban))
        for each in string.digits
    }
    wrong |= {
        iban[:place] + iban[place + 1] + iban[place] + iban[place + 2 :]
        for place in range(2, len(iban) - 1)
    }
    found = bank.ask(
        "payment",
        "SELECT t FROM unnest(%s) AS t WHERE private.is_iban(t)",
        sorted(wrong),
    )
    assert found == [(iban,)]


def test_closed_account_and_released_address_are_unknown(bank: Bank, services: Services) -> None:
    iban = _iban(bank)
    bank.ask("payment", "UPDATE payment_addresses SET released_at = now()")
    assert services.payees.resolve(payee=iban).masked_name == "Karim S••••"
    with pytest.raises(Refused, match="payee_unknown"):
        services.payees.resolve(payee="karim@instapay")
    bank.ask("payment", "UPDATE payment_addresses SET released_at = NULL")
    bank.ask("payment", "UPDATE accounts SET closed_at = now() WHERE iban = %s", iban)
    for typed in ("karim@instapay", iban):
        with pytest.raises(Refused, match="payee_unknown"):
            services.payees.resolve(payee=typed)


def test_the_banks_own_accounts_are_unknown(bank: Bank, services: Services) -> None:
    made = "INSERT INTO accounts (currency, kind, name) VALUES ('EGP', %s, 'Ours') RETURNING iban"
    for kind in ("TILL", "VAULT", "FEES", "BANK"):
        (iban,) = bank.ask("payment", made, kind)[0]
        with pytest.raises(Refused, match="payee_unknown"):
            services.payees.resolve(payee=iban)


def _digits_behind(country: str, bban: str) -> str:
    """Return the IBAN of an account number, with the check digits that the oracle gives it."""
    return country + stdnum.iban.calc_check_digits(f"{country}00{bban}") + bban


def _is_registered(iban: str) -> bool:
    """Ask the oracle about the check digits and the registry's format, not about any country's banks."""
    return bool(stdnum.iban.is_valid(iban, check_country=False))


def test_is_iban_agrees_with_the_registry(bank: Bank) -> None:
    """Against python-stdnum; of countries besides Egypt only the shape all have is ours to know."""
    with bank.as_owner("payment") as cursor:

        def is_iban(text: str) -> bool:
            cursor.execute("SELECT private.is_iban(%s)", (text,))
            return bool(cursor.fetchone()[0])

        for each in _FOREIGN:
            assert _is_registered(each)
            assert is_iban(each), each

        @given(st.text(string.digits, min_size=25, max_size=25), st.integers(0, 99))
        def egyptian(bban: str, check: int) -> None:
            right = _digits_behind("EG", bban)
            assert _is_registered(right)
            assert is_iban(right)
            tried = f"EG{check:02}{bban}"
            # ISO 13616 makes check digits from 02 to 98; the oracle takes their doubles 00, 01, 99.
            assert is_iban(tried) == (_is_registered(tried) and 2 <= check <= 98)

        @given(
            st.text(string.ascii_uppercase, min_size=2, max_size=2),
            st.text(_ALPHABET, min_size=8, max_size=34),
        )
        def any_country(country: str, bban: str) -> None:
            right = _digits_behind(country, bban)
            if _is_registered(right):
                assert is_iban(right)
            wanted = 11 <= len(bban) <= 30 if country != "EG" else _is_registered(right)
            assert is_iban(right) == wanted

        @given(st.text(min_size=0, max_size=40).filter(lambda text: "\0" not in text))
        def anything(text: str) -> None:
            if is_iban(text):
                assert _is_registered(text)

        for prove in (egyptian, any_country, anything):
            prove()


def test_check_digits_that_no_iban_has_are_refused(bank: Bank) -> None:
    """00, 01 and 99 leave the remainder that 97, 98 and 02 leave."""
    doubles = {"97": "00", "98": "01", "02": "99"}
    for number in range(2000):
        bban = f"{number:025}"
        right = _digits_behind("EG", bban)
        wrong = doubles.pop(right[2:4], None)
        if wrong is not None:
            assert _is_registered(f"EG{wrong}{bban}")
            found = bank.ask(
                "payment",
                "SELECT private.is_iban(%s), private.is_iban(%s)",
                right,
                f"EG{wrong}{bban}",
            )
            assert found == [(True, False)]
    assert not doubles


def test_every_new_iban_passes_the_registry_check(bank: Bank) -> None:
    """Against python-stdnum, which follows ISO 13616 and the registry's EG format."""
    with bank.as_owner("payment") as cursor:
        cursor.execute("SELECT private.new_iban() FROM generate_series(1, 300)")
        for (iban,) in cursor.fetchall():
            assert stdnum.iban.is_valid(iban), iban
            assert len(iban) == 29


def test_ibans_of_all_account_numbers_are_valid(bank: Bank) -> None:
    """The sequence is set to any number that 17 digits hold, at any bank and branch."""
    with bank.as_owner("payment") as cursor:

        @given(st.integers(1, 10**17 - 1), st.text(string.digits, min_size=8, max_size=8))
        def holds(number: int, bank_and_branch: str) -> None:
            cursor.execute("SELECT setval('private.account_numbers', %s, false)", (number,))
            cursor.execute(
                "UPDATE private.settings SET value = %s WHERE name = 'iban_bank_and_branch'",
                (bank_and_branch,),
            )
            cursor.execute("SELECT i, private.is_iban(i) FROM private.new_iban() AS i")
            iban, is_iban = cursor.fetchone()
            assert stdnum.iban.is_valid(iban)
            assert is_iban
            assert iban[4:] == f"{bank_and_branch}{number:017}"

        holds()


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


def test_old_questions_are_forgotten_and_fresh_ones_kept(bank: Bank) -> None:
    bank.ask(
        "payment",
        "INSERT INTO payee_questions (user_id, question, asked_at)"
        " SELECT gen_random_uuid(), 'karim@instapay', private.utc_now() - age"
        " FROM unnest(ARRAY['0 s', '23:59', '24:01', '9 days']::interval[]) AS age",
    )
    assert bank.ask("payment", "SELECT private.forget_questions()") == [(2,)]
    assert bank.ask("payment", "SELECT private.forget_questions()") == [(0,)]
    assert bank.ask("payment", "SELECT count(*) FROM payee_questions") == [(2,)]
