"""Closing: an empty account ends for good, by its owner or staff, and its address with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from tests.caller import refused
from tests.database.desk import Desk, at_once

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank)


def _close(desk: Desk, account: UUID | None = None) -> None:
    desk.as_karim("close_account", account or desk.karim.account_id)


def _is_closed(desk: Desk) -> bool:
    return desk.account(desk.karim.account_id, "closed_at")[0] is not None


def test_an_empty_account_closes_once_and_is_recorded(desk: Desk) -> None:
    _close(desk)
    (account,) = desk.as_karim.rows("my_accounts")
    assert account["closed_at"] is not None
    _close(desk)
    desk.as_teller("close_account", desk.karim.account_id)
    assert desk.as_karim.rows("my_accounts") == [account]
    assert desk.notices(desk.karim.user_id) == [
        (
            "account_closed",
            {
                "account": "Everyday",
                "currency": "EGP",
                "account_id": str(desk.karim.account_id),
            },
        )
    ]
    assert desk.ask(
        "SELECT actor, session_id, payload FROM audit_logs WHERE event = 'account_closed'"
    ) == [
        (
            str(desk.karim.user_id),
            str(desk.as_karim.session_id),
            {"account_id": str(desk.karim.account_id)},
        )
    ]


def test_its_address_reaches_nobody_any_more(desk: Desk) -> None:
    _close(desk)
    assert account_of(desk) == {"address": None}
    assert desk.ask(
        "SELECT released_at IS NOT NULL FROM payment_addresses WHERE address = 'karim@instapay'"
    ) == [(True,)]
    for text in ("karim@instapay", desk.karim.iban):
        question = desk.as_salma("ask_payee", text)
        with refused("IP202"):
            desk.as_salma("resolve_payee", question)


def account_of(desk: Desk) -> dict[str, object]:
    """Return what Karim is told about the address of the account."""
    (account,) = desk.as_karim.rows("my_accounts")
    return {"address": account["address"]}


def test_nothing_goes_in_or_out_any_more(desk: Desk) -> None:
    _close(desk)
    assert desk.quote("1")["failure_code"] == "payee_cannot_receive"
    assert desk.transfer("1")["failure_code"] == "payee_cannot_receive"
    assert desk.hold("1")["failure_code"] == "payee_cannot_receive"
    sides = {"payer": desk.karim.account_id, "payee": desk.salma.account_id}
    assert desk.quote("1", caller=desk.as_karim, **sides)["failure_code"] == "account_closed"
    outcome = desk.transfer("1", caller=desk.as_karim, **sides)
    assert (outcome["status"], outcome["failure_code"]) == ("FAILED", "account_closed")
    batch = uuid4()
    many = desk.as_karim(
        "transfer_many", batch, desk.karim.account_id, [uuid4()], [desk.salma.account_id], [1],
        "EGP", [""], token=desk.as_karim.confirmed(batch),
    )  # fmt: skip
    assert (many["status"], many["failure_code"]) == ("FAILED", "account_closed")
    desk.check_books()


def test_its_history_stays(desk: Desk) -> None:
    desk.transfer("100")
    sides = {"payer": desk.karim.account_id, "payee": desk.salma.account_id}
    desk.transfer("99.50", caller=desk.as_karim, **sides)
    _close(desk)
    statement = desk.as_karim(
        "statement", desk.karim.account_id, desk.now("-1 day"), desk.now("1 day")
    )
    assert (statement["first_sequence"], statement["last_sequence"]) == (1, 3)


def test_an_account_with_money_stays_open(desk: Desk) -> None:
    desk.transfer("0.01")
    for caller in (desk.as_karim, desk.as_teller):
        with refused("IP217"):
            caller("close_account", desk.karim.account_id)
    assert not _is_closed(desk)


def test_a_payment_that_is_held_for_it_fails_later(desk: Desk) -> None:
    held = desk.hold("100")
    _close(desk)
    posted = desk.as_salma("post_held", held["id"])
    assert (posted["status"], posted["failure_code"]) == ("FAILED", "payee_cannot_receive")
    assert desk.account(desk.salma.account_id, "balance, held") == (1000, 0)


@pytest.mark.parametrize("what", ["DEBITS", "CREDITS", "ALL"])
def test_a_frozen_account_is_closed_by_staff_alone(desk: Desk, what: str) -> None:
    desk.as_teller("freeze", desk.karim.account_id, what, "asked by a court", None)
    with refused("IP004"):
        _close(desk)
    assert not _is_closed(desk)
    desk.as_teller("close_account", desk.karim.account_id)
    assert _is_closed(desk)


def test_a_freeze_that_is_over_keeps_nobody_from_closing(desk: Desk) -> None:
    desk.as_teller("freeze", desk.karim.account_id, "ALL", "asked by a court", desk.now("1 hour"))
    desk.set_account(desk.karim.account_id, frozen_until=desk.now("-1 s"))
    _close(desk)
    assert _is_closed(desk)


@pytest.mark.parametrize("which", ["foreign", "missing", "null", "vault"])
def test_nobody_closes_what_is_not_theirs(desk: Desk, which: str) -> None:
    vault = UUID(desk.ask("SELECT id FROM accounts WHERE kind = 'VAULT'")[0][0])
    account = {"foreign": desk.karim.account_id, "missing": uuid4(), "null": None, "vault": vault}
    with refused("IP203"):
        desk.as_salma("close_account", account[which])
    if which != "foreign":
        with refused("IP203"):
            desk.as_supervisor("close_account", account[which])
    assert not _is_closed(desk)


def test_closing_and_a_payment_at_once_fit_either_order(desk: Desk) -> None:
    for _ in range(20):
        account = desk.bank.add_account(desk.karim.user_id)
        closed, paid = at_once(
            partial(_close, desk, account),
            partial(desk.transfer, "1", payee=account),
        )
        was_paid = paid["status"] == "COMPLETED"
        assert getattr(closed, "pgcode", None) == ("IP217" if was_paid else None)
        assert paid["failure_code"] == (None if was_paid else "payee_cannot_receive")
        assert desk.account(account, "balance, closed_at IS NULL") == (was_paid, was_paid)
    desk.check_books()


def test_staff_close_a_frozen_account_of_their_own_no_more_than_anybody(desk: Desk) -> None:
    desk.as_teller("freeze", desk.karim.account_id, "ALL", "asked by a court", None)
    own = desk.bank.caller(desk.karim.user_id, "CUSTOMER", "SUPERVISOR")
    with refused("IP004"):
        own("close_account", desk.karim.account_id)
    assert not _is_closed(desk)
