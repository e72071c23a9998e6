"""What nobody should type or send, through the services: an error with a known code, or an outcome."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from services.errors import InvalidInput, Refused, SignInRefused
from services.values.money import Money
from services.values.transfers import Payee, Payment, TransferStatus
from tests.bank import PASSWORD
from tests.faults.length import pick

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.bank import Services
    from tests.bank import Bank, Customer

pytestmark = pytest.mark.system_postgres

_T = TypeVar("_T")
_SOME = settings(max_examples=pick(40, 1000), deadline=None, database=None, derandomize=True)
_FEW = settings(_SOME, max_examples=pick(5, 100))
#: Also halves of surrogate pairs, which a window's text can hold and no database can.
_TEXT = st.one_of(
    st.text(st.characters(), max_size=12),
    st.text(st.sampled_from("a@.\0\n\x7f\x85\u200f\u202e\u2066\ud800\udfff\ufeff٣Ａ"), max_size=8),
    st.sampled_from(("x" * 141, "x" * 61, "é" * 70, "x" * 1_000_000, "'; --", "%", "\\")),
)
_AMOUNT = st.one_of(
    st.decimals(allow_nan=True, allow_infinity=True),
    st.decimals(-1, 100, places=2),
    st.sampled_from(("sNaN", "-0", "1e30", "1e-30", "0.001", "9999999999999999.99", "1e999999",
        "1e-999999", "1." + "0" * 60, "9999999999999999.991")).map(Decimal),
)  # fmt: skip
_TYPED = {
    "amount_not_positive", "amount_too_precise", "amount_too_large", "payee_is_payer",
    "currency_differs", "note_too_long", "note_invalid",
}  # fmt: skip


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer(balance="50.00")


@pytest.fixture
def karim(bank: Bank) -> Customer:
    return bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")


@pytest.fixture
def services(bank: Bank, salma: Customer) -> Services:
    bank.ask(
        "payment", "UPDATE private.settings SET value = '1000000' WHERE name LIKE 'questions_per%'"
    )
    opened = bank.services()
    opened.identity.sign_in(email=salma.email, password=PASSWORD)
    return opened


def _told(call: Callable[[], _T], codes: set[str]) -> _T | None:
    """Return the answer; None where it was refused with one of these codes."""
    try:
        return call()
    except (InvalidInput, Refused) as error:
        if error.code not in codes:
            raise
        return None


def test_an_ugly_payment_is_refused_or_decided(
    bank: Bank, services: Services, salma: Customer, karim: Customer
) -> None:
    @_SOME
    @given(_AMOUNT, _TEXT, st.sampled_from((karim.account_id, salma.account_id, UUID(int=0))))
    @example(Decimal("1.00"), "\ud800", karim.account_id)
    @example(Decimal("1.00"), "\0", karim.account_id)
    def holds(amount: Decimal, note: str, payee_id: UUID) -> None:
        payee = Payee(payee_id, "Karim S••••", "EGP", "karim@instapay", is_own=False)
        payment = Payment(salma.account_id, payee, Money(amount, "EGP"), note)
        before = bank.balance(salma.account_id)
        outcome = _told(lambda: services.transfers.send(payment=payment),
            _TYPED | {"payee_unknown", "confirmation_required"})  # fmt: skip
        if outcome is not None and outcome.status is TransferStatus.COMPLETED:
            before -= amount + outcome.fee.amount
        assert bank.balance(salma.account_id) == before
        # Nothing is left for which an outcome would be asked for ever.
        assert services.transfers.unknown() == ()
        _told(
            lambda: services.transfers.quote(
                payer_account_id=salma.account_id, payee=payee, amount=payment.amount
            ),
            _TYPED | {"payee_unknown"},
        )

    holds()
    assert set(bank.books().values()) == {Decimal(0)}


def test_ugly_texts_find_nobody(services: Services, salma: Customer, karim: Customer) -> None:
    @_SOME
    @given(_TEXT)
    @example("karim\ud800@instapay")
    @example("kar\0im@instapay")
    def holds(text: str) -> None:
        found = _told(lambda: services.payees.resolve(payee=text),
            {"payee_missing", "payee_invalid", "payee_unknown"})  # fmt: skip
        assert found is None
        claimed = _told(
            lambda: services.payees.claim_address(account_id=salma.account_id, address=text),
            {"address_missing", "address_invalid", "address_taken"},
        )
        if claimed is not None:
            services.payees.release_address(account_id=salma.account_id)

    holds()


def test_ugly_names_are_refused_or_kept_as_typed(services: Services, karim: Customer) -> None:
    contact = services.payees.add_contact(payee="karim@instapay", name="Karim")

    @_SOME
    @given(_TEXT)
    @example("a\ud800")
    @example("\x85")
    @example("\u2028")
    def holds(name: str) -> None:
        def rename() -> bool:
            services.payees.rename_contact(contact_id=contact, name=name)
            return True

        if _told(rename, {"contact_invalid"}):
            assert [each.name for each in services.payees.contacts()] == [name.strip()]
        _told(lambda: services.payees.add_contact(payee="karim@instapay", name=name),
            {"contact_invalid"})  # fmt: skip

    holds()


def test_ugly_people_are_refused(bank: Bank, services: Services, salma: Customer) -> None:
    """Each wrong password costs a hash, so there are few of those."""
    stranger = bank.services("stranger")

    @_SOME
    @given(_TEXT, _TEXT)
    @example("a@b.eg", "a\ud800")
    def signs_up(email: str, name: str) -> None:
        with pytest.raises(InvalidInput) as caught:
            stranger.identity.sign_up(email=email + "\n", password="short", full_name=name)
        assert caught.value.code in {
            "email_missing", "email_invalid", "name_invalid", "password_too_short",
        }  # fmt: skip

    @_FEW
    @given(_TEXT)
    @example("\ud800")
    @example("a\0")
    @example("x" * 1_000_000)
    def signs_in(text: str) -> None:
        with pytest.raises((InvalidInput, SignInRefused)) as caught:
            stranger.identity.sign_in(email=salma.email, password=text)
        assert caught.value.code.startswith(("password_", "sign_in_")), caught.value
        with pytest.raises((InvalidInput, SignInRefused)) as caught:
            stranger.identity.sign_in(email=text, password="a wrong password")
        assert caught.value.code.startswith(("email_", "sign_in_")), caught.value
        with pytest.raises((InvalidInput, SignInRefused)) as caught:
            services.identity.confirm(password=text, transfer_id=UUID(int=1))
        assert caught.value.code.startswith(("password_", "sign_in_")), caught.value

    signs_up()
    signs_in()
