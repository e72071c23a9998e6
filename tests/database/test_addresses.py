"""Payment addresses: claimed once, released, and at rest before anybody else gets them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from services.errors import InstaPayError, InvalidInput, Refused

if TYPE_CHECKING:
    from uuid import UUID

    from services.bank import Services
    from tests.bank import Bank, Customer

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer()


@pytest.fixture
def karim(bank: Bank) -> Customer:
    return bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")


def _sign_in(bank: Bank, who: Customer) -> Services:
    services = bank.services()
    services.identity.sign_in(email=who.email, password=who.password)
    return services


def _refusal(services: Services, account_id: UUID, address: str) -> str | None:
    try:
        services.payees.claim_address(account_id=account_id, address=address)
    except InstaPayError as error:
        return error.code
    return None


def _release_long_ago(bank: Bank, address: str, rested: str) -> None:
    bank.ask(
        "payment",
        "UPDATE payment_addresses SET released_at = private.utc_now() - %s::interval"
        " WHERE address = %s",
        rested,
        address,
    )


@pytest.mark.parametrize("typed", ["salma", "Salma@InstaPay", " SALMA "])
def test_claimed_address_reaches_its_account_at_once(
    bank: Bank, salma: Customer, karim: Customer, typed: str
) -> None:
    services = _sign_in(bank, salma)
    claimed = services.payees.claim_address(account_id=salma.account_id, address=typed)
    assert claimed == "salma@instapay"
    payee = _sign_in(bank, karim).payees.resolve(payee="salma@instapay")
    assert (payee.account_id, payee.masked_name) == (salma.account_id, "Salma H••••")


@pytest.mark.parametrize(
    ("typed", "code"),
    [("", "address_missing"), ("  ", "address_missing"), ("s", "address_invalid"),
     ("salma hassan", "address_invalid"), ("salma@demo.eg", "address_invalid"),
     (".salma", "address_invalid"), ("سلمى", "address_invalid"), ("x" * 40, "address_invalid")],
)  # fmt: skip
def test_what_is_no_address_is_told_apart_and_not_counted(
    bank: Bank, salma: Customer, typed: str, code: str
) -> None:
    services = _sign_in(bank, salma)
    with pytest.raises(InvalidInput) as caught:
        services.payees.claim_address(account_id=salma.account_id, address=typed)
    assert (caught.value.code, caught.value.data["field"]) == (code, "address")
    assert bank.ask("payment", "SELECT count(*) FROM payee_questions") == [(0,)]


def test_taken_reserved_and_second_addresses_are_refused(
    bank: Bank, salma: Customer, karim: Customer
) -> None:
    services = _sign_in(bank, salma)
    for name in ("karim", "admin", "Vault", "insta.pay", "s-u_p.port-"):
        assert _refusal(services, salma.account_id, name) == "address_taken", name
    assert bank.ask("payment", "SELECT count(*) FROM payment_addresses") == [(1,)]
    assert _refusal(services, salma.account_id, "salma") is None
    assert _refusal(services, salma.account_id, "salma") is None
    assert _refusal(services, salma.account_id, "salma.hassan") == "has_address"
    assert _refusal(services, salma.account_id, "karim") == "has_address"
    assert _refusal(services, karim.account_id, "salma.hassan") == "account_unknown"


def test_a_closed_account_claims_nothing(bank: Bank, salma: Customer) -> None:
    services = _sign_in(bank, salma)
    bank.ask(
        "payment", "UPDATE accounts SET closed_at = now() WHERE id = %s", str(salma.account_id)
    )
    assert _refusal(services, salma.account_id, "salma") == "account_unknown"


def test_released_address_rests_for_others_and_not_for_its_own_account(
    bank: Bank, salma: Customer, karim: Customer
) -> None:
    karims, salmas = _sign_in(bank, karim), _sign_in(bank, salma)
    assert karims.payees.release_address(account_id=karim.account_id) == "karim@instapay"
    assert karims.payees.release_address(account_id=karim.account_id) is None
    with pytest.raises(Refused, match="payee_unknown"):
        salmas.payees.resolve(payee="karim@instapay")
    assert _refusal(salmas, salma.account_id, "karim") == "address_taken"
    assert _refusal(karims, karim.account_id, "karim") is None
    assert salmas.payees.resolve(payee="karim@instapay").account_id == karim.account_id

    # Another one meanwhile, and then the first one again: still nobody else's.
    karims.payees.release_address(account_id=karim.account_id)
    assert _refusal(karims, karim.account_id, "karim.samir") is None
    assert _refusal(karims, karim.account_id, "karim") == "has_address"
    _release_long_ago(bank, "karim@instapay", "89 days 23:59")
    assert _refusal(salmas, salma.account_id, "karim") == "address_taken"
    _release_long_ago(bank, "karim@instapay", "90 days 00:01")
    assert _refusal(salmas, salma.account_id, "karim") is None
    assert salmas.payees.resolve(payee="karim@instapay").is_own
    karims.payees.release_address(account_id=karim.account_id)
    assert _refusal(karims, karim.account_id, "karim") == "address_taken"


def test_a_closed_accounts_address_rests_from_then_on(
    bank: Bank, salma: Customer, karim: Customer
) -> None:
    services = _sign_in(bank, salma)
    close = "UPDATE accounts SET closed_at = private.utc_now() - %s::interval WHERE id = %s"
    bank.ask("payment", close, "89 days", str(karim.account_id))
    assert _refusal(services, salma.account_id, "karim") == "address_taken"
    bank.ask("payment", close, "91 days", str(karim.account_id))
    assert _refusal(services, salma.account_id, "karim") is None


def test_somebody_elses_address_is_not_released(
    bank: Bank, salma: Customer, karim: Customer
) -> None:
    with pytest.raises(Refused, match="account_unknown"):
        _sign_in(bank, salma).payees.release_address(account_id=karim.account_id)
    assert bank.ask("payment", "SELECT released_at FROM payment_addresses") == [(None,)]


def test_claims_and_releases_are_in_the_log_by_actor_and_session(
    bank: Bank, salma: Customer
) -> None:
    services = _sign_in(bank, salma)
    services.payees.claim_address(account_id=salma.account_id, address="salma")
    services.payees.claim_address(account_id=salma.account_id, address="salma")
    services.payees.release_address(account_id=salma.account_id)
    services.payees.release_address(account_id=salma.account_id)
    rows = bank.ask(
        "payment",
        "SELECT event, payload ->> 'address', payload ->> 'account_id', actor, session_id IS NULL"
        " FROM audit_logs WHERE event LIKE 'address%' ORDER BY id",
    )
    whose = ("salma@instapay", str(salma.account_id), str(salma.user_id), False)
    assert rows == [("address_claimed", *whose), ("address_released", *whose)]


def test_of_claims_side_by_side_one_wins(bank: Bank) -> None:
    people = [bank.add_customer("Mona Adel", f"mona{each}@demo.eg") for each in range(8)]
    everybody = [(_sign_in(bank, each), each.account_id) for each in people]
    with ThreadPoolExecutor(len(everybody)) as pool:
        for turn in range(3):
            start = Barrier(len(everybody))

            def claim(
                who: tuple[Services, UUID], turn: int = turn, start: Barrier = start
            ) -> str | None:
                start.wait(20)
                return _refusal(*who, f"mona{turn}")

            answers = list(pool.map(claim, everybody))
            assert answers.count(None) == 1, answers
            assert set(answers) <= {None, "address_taken", "has_address"}
    assert bank.ask("payment", "SELECT count(*) FROM payment_addresses") == [(3,)]


def test_of_two_claims_for_one_account_one_wins(bank: Bank, salma: Customer) -> None:
    windows = [_sign_in(bank, salma) for _ in range(2)]
    for turn in range(5):
        start = Barrier(2)

        def claim(each: int, turn: int = turn, start: Barrier = start) -> str | None:
            start.wait(20)
            return _refusal(windows[each], salma.account_id, f"salma{turn}{each}")

        with ThreadPoolExecutor(2) as pool:
            assert sorted(pool.map(claim, range(2)), key=str) == [None, "has_address"]
        windows[0].payees.release_address(account_id=salma.account_id)
