"""Held payments: posted, cancelled or expired exactly once, whoever comes first."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from services.values.identifiers import new_uuid7
from tests.caller import refused
from tests.database.desk import Desk

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


_EXPIRE = "SELECT coalesce(sum(private.expire_holds(a)), 0) FROM private.accounts_to_expire() AS a"


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank)


def _figures(desk: Desk) -> tuple[Any, Any]:
    """Return Salma's balance and what is held of it, as she is told."""
    (account,) = desk.as_salma.rows("my_accounts")
    return account["balance"], account["held"]


def test_a_hold_takes_from_what_is_available_and_moves_nothing(desk: Desk) -> None:
    held = desk.hold("600")
    assert (held["status"], held["failure_code"], held["fee"], held["balance_after"]) == (
        "PENDING",
        None,
        Decimal("0.60"),
        None,
    )
    assert _figures(desk) == (1000, Decimal("600.60"))
    assert desk.quote("1")["available"] == Decimal("399.40")
    assert desk.transfer("398.91")["failure_code"] == "insufficient_funds"
    assert desk.hold("398.91")["failure_code"] == "insufficient_funds"
    assert desk.transfer("398.90")["status"] == "COMPLETED"
    assert desk.bank.balance(desk.karim.account_id) == Decimal("398.90")
    assert [event for event, _ in desk.notices(desk.karim.user_id)] == ["payment_received"]
    assert desk.audit(held["id"]) == [
        ("transfer_held", str(desk.salma.user_id), str(desk.as_salma.session_id))
    ]
    desk.check_books()


def test_posting_moves_what_was_held_once(desk: Desk) -> None:
    held = desk.hold("600", note="rent")
    # With the fee it was held with.
    desk.ask("UPDATE tariffs SET minimum = 5, maximum = 5")
    posted = desk.as_salma("post_held", held["id"])
    assert (posted["status"], posted["fee"], posted["balance_after"]) == (
        "COMPLETED",
        Decimal("0.60"),
        Decimal("399.40"),
    )
    assert desk.as_salma("post_held", held["id"]) == posted
    assert desk.as_salma("cancel_held", held["id"]) == posted
    assert desk.as_salma("settle", held["id"]) == posted
    assert _figures(desk) == (Decimal("399.40"), 0)
    assert desk.entries(desk.karim.account_id) == [
        (1, 1, 600, 600, "TRANSFER", "Salma H••••", "rent")
    ]
    details = {"amount": "600.00", "currency": "EGP", "note": "rent"}
    assert desk.notices(desk.salma.user_id) == [
        ("payment_sent", details | {"counterparty": "Karim S••••"})
    ]
    assert desk.notices(desk.karim.user_id) == [
        ("payment_received", details | {"counterparty": "Salma H••••"})
    ]
    who = str(desk.salma.user_id), str(desk.as_salma.session_id)
    assert desk.audit(held["id"]) == [("transfer_held", *who), ("transfer", *who)]
    desk.check_books()


def test_cancelling_frees_what_was_held_once(desk: Desk) -> None:
    held = desk.hold("600")
    cancelled = desk.as_salma("cancel_held", held["id"])
    assert (cancelled["status"], cancelled["failure_code"], cancelled["balance_after"]) == (
        "CANCELLED",
        None,
        None,
    )
    assert desk.as_salma("cancel_held", held["id"]) == cancelled
    assert desk.as_salma("post_held", held["id"]) == cancelled
    assert _figures(desk) == (1000, 0)
    assert desk.notices(desk.salma.user_id) == [
        (
            "payment_cancelled",
            {"amount": "600.00", "currency": "EGP", "note": "lunch", "failure_code": ""},
        )
    ]
    assert desk.notices(desk.karim.user_id) == []
    who = str(desk.salma.user_id), str(desk.as_salma.session_id)
    assert desk.audit(held["id"]) == [("transfer_held", *who), ("transfer_cancelled", *who)]
    assert desk.entries(desk.karim.account_id) == []
    desk.check_books()


def test_an_expired_hold_frees_its_money_at_once(desk: Desk) -> None:
    held = desk.hold("600")
    desk.lapse(held["id"])
    # Before anybody has come to end it.
    assert _figures(desk) == (1000, 0)
    assert desk.quote("990")["failure_code"] is None
    assert desk.as_salma("settle", held["id"])["status"] == "EXPIRED"
    assert desk.payment(held["id"], "status")[0] == "PENDING"
    paid = desk.transfer("990")
    assert (paid["status"], paid["balance_after"]) == ("COMPLETED", Decimal("9.01"))
    assert desk.payment(held["id"], "status")[0] == "EXPIRED"
    assert desk.ask(_EXPIRE) == [(0,)]
    desk.check_books()


@pytest.mark.parametrize("way", ["post_held", "cancel_held", "expire_holds"])
def test_a_hold_past_its_time_expires_whoever_comes(desk: Desk, way: str) -> None:
    held = desk.hold("600")
    desk.lapse(held["id"])
    who: tuple[str | None, str | None] = (str(desk.salma.user_id), str(desk.as_salma.session_id))
    if way == "expire_holds":
        who = (None, None)
        assert desk.ask(_EXPIRE) == [(1,)]
        assert desk.ask(_EXPIRE) == [(0,)]
    else:
        assert desk.as_salma(way, held["id"])["status"] == "EXPIRED"
    assert desk.as_salma("post_held", held["id"])["status"] == "EXPIRED"
    assert desk.account(desk.salma.account_id, "held, spent_day, spent_month") == (0, 0, 0)
    assert desk.audit(held["id"])[1:] == [("transfer_expired", *who)]
    assert [event for event, _ in desk.notices(desk.salma.user_id)] == ["payment_expired"]
    desk.check_books()


def test_a_hold_counts_against_limits_until_it_is_cancelled(desk: Desk) -> None:
    desk.hold("300")
    held = desk.hold("100")
    assert desk.quote("1")["day_left"] == 119600
    desk.as_salma("cancel_held", held["id"])
    left = desk.quote("1")
    assert (left["day_left"], left["month_left"]) == (119700, 399700)


def test_a_hold_of_another_day_gives_its_month_back_alone(desk: Desk) -> None:
    held, old = desk.hold("300"), desk.hold("100")
    # Both were made on another day of this month; since then, something was paid today.
    day = (
        "(SELECT CASE WHEN extract(day FROM t) = 1 THEN t + 1 ELSE t - 1 END"
        " FROM (SELECT private.today(private.utc_now())) AS d (t)) + time '12:00'"
    )
    desk.ask(f"UPDATE transactions SET initiated_at = {day} WHERE id = %s", held["id"])
    desk.ask(
        "UPDATE transactions SET initiated_at = initiated_at - interval '40 days' WHERE id = %s",
        old["id"],
    )
    desk.set_account(desk.salma.account_id, spent_day=50, spent_month=350)
    desk.as_salma("cancel_held", held["id"])
    assert desk.account(desk.salma.account_id, "spent_day, spent_month") == (50, 50)
    desk.as_salma("cancel_held", old["id"])
    assert desk.account(desk.salma.account_id, "spent_day, spent_month") == (50, 50)


def test_a_quote_gives_back_what_expired_holds_counted(desk: Desk) -> None:
    held = desk.hold("300")
    savings = desk.bank.add_account(desk.salma.user_id)
    own = desk.hold("100", payee=savings)
    desk.set_account(desk.salma.account_id, spent_day=120000, spent_month=400000)
    assert desk.quote("300")["failure_code"] == "over_day_limit"
    desk.lapse(own["id"])
    assert desk.quote("300")["failure_code"] == "over_day_limit"
    desk.lapse(held["id"])
    before = desk.quote("300")
    assert (before["failure_code"], before["day_left"], before["month_left"]) == (None, 300, 300)
    assert desk.transfer("300")["failure_code"] is None


@pytest.mark.parametrize(
    ("side", "frozen", "code"),
    [
        ("salma", "DEBITS", "account_frozen"),
        ("salma", "ALL", "account_frozen"),
        ("salma", "CREDITS", None),
        ("karim", "CREDITS", "payee_cannot_receive"),
        ("karim", "ALL", "payee_cannot_receive"),
        ("karim", "DEBITS", None),
        ("karim", "closed", "payee_cannot_receive"),
    ],
)
def test_what_froze_meanwhile_makes_posting_fail(
    desk: Desk, side: str, frozen: str, code: str | None
) -> None:
    held = desk.hold("600")
    account = getattr(desk, side).account_id
    if frozen == "closed":
        desk.as_teller("close_account", account)
    else:
        desk.as_teller("freeze", account, frozen, "asked by a court", None)
    posted = desk.as_salma("post_held", held["id"])
    assert posted["failure_code"] == code
    assert posted["status"] == ("FAILED" if code else "COMPLETED")
    assert desk.account(desk.salma.account_id, "held")[0] == 0
    assert desk.as_salma("post_held", held["id"]) == posted
    if code:
        assert desk.quote("1")["day_left"] == 120000
        event, details = desk.notices(desk.salma.user_id)[-1]
        assert (event, details["failure_code"]) == ("payment_failed", code)
    desk.check_books()


def test_the_same_hold_again_answers_with_what_became_of_it(desk: Desk) -> None:
    until = desk.now("1 hour")
    held = desk.hold("600", until)
    assert desk.hold("600", until, id=held["id"]) == held
    assert _figures(desk)[1] == Decimal("600.60")
    for changes in (
        {"amount": "601"},
        {"expires_at": until + timedelta(seconds=1)},
        {"note": "other"},
    ):
        with refused("IP206"):
            desk.hold(**{"amount": "600", "expires_at": until} | changes, id=held["id"])
    with refused("IP206"):
        desk.transfer("600", id=held["id"])
    posted = desk.as_salma("post_held", held["id"])
    told = {"id": held["id"], **posted, "awaits_flush": None}
    assert desk.hold("600", until, id=held["id"]) == told


def test_a_repeat_that_comes_after_the_expiry_is_answered(desk: Desk) -> None:
    until = desk.now("1 hour")
    held = desk.hold("600", until)
    late = desk.now("-1 s")
    desk.ask("UPDATE transactions SET expires_at = %s WHERE id = %s", late, held["id"])
    assert desk.hold("600", late, id=held["id"])["status"] == "EXPIRED"
    with refused("IP206"):
        desk.hold("1", late, caller=desk.as_karim, payer=desk.karim.account_id,
                  payee=desk.salma.account_id, id=held["id"])  # fmt: skip


@pytest.mark.parametrize("ahead", ["-1 s", "0 s", "30 days 1 minute"])
def test_a_hold_ends_within_thirty_days(desk: Desk, ahead: str) -> None:
    with refused("IP211"):
        desk.hold("1", desk.now(ahead))
    assert desk.hold("1", desk.now("30 days"))["status"] == "PENDING"


@pytest.mark.parametrize("until", ["infinity", "-infinity", None])
def test_a_hold_has_an_end(desk: Desk, until: str | None) -> None:
    with refused("IP211"):
        desk.as_salma(
            "hold", uuid4(), desk.salma.account_id, desk.karim.account_id, 1, "EGP", "", until
        )


def test_a_large_hold_needs_its_confirmation_and_posting_none(bank: Bank) -> None:
    desk = Desk(bank, "10000")
    with refused("IP210"):
        desk.hold("6000")
    held = desk.hold("6000", confirmed=True)
    assert held["status"] == "PENDING"
    assert desk.as_salma("post_held", held["id"])["status"] == "COMPLETED"


@pytest.mark.parametrize("which", ["foreign", "transfer", "refused hold", "missing", "null"])
def test_only_its_payer_ends_a_hold(desk: Desk, which: str) -> None:
    wanted: dict[str, Any] = {
        "foreign": desk.hold("1")["id"],
        "transfer": desk.transfer("1")["id"],
        "missing": uuid4(),
        "null": None,
        "refused hold": desk.hold("5000", confirmed=True)["id"],
    }
    caller = desk.as_karim if which == "foreign" else desk.as_salma
    for function in ("post_held", "cancel_held"):
        if which == "refused hold":
            answer = caller(function, wanted[which])
            assert (answer["status"], answer["failure_code"]) == ("FAILED", "insufficient_funds")
            continue
        with refused("IP212"):
            caller(function, wanted[which])
    assert desk.payment(wanted["foreign"], "status")[0] == "PENDING"


def test_a_held_payment_settles_as_pending(desk: Desk) -> None:
    held = desk.hold("600")
    settled = desk.as_salma("settle", held["id"])
    assert (settled["status"], settled["fee"]) == ("PENDING", Decimal("0.60"))
    assert _figures(desk)[1] == Decimal("600.60")
    assert desk.as_salma("post_held", held["id"])["status"] == "COMPLETED"


def test_a_hold_whose_id_was_given_up_does_not_land(desk: Desk) -> None:
    payment_id = new_uuid7()
    settled = desk.as_salma("settle", payment_id)
    assert (settled["status"], settled["failure_code"], settled["fee"]) == (
        "FAILED",
        "abandoned",
        0,
    )
    assert desk.audit(payment_id) == [
        ("transfer_abandoned", str(desk.salma.user_id), str(desk.as_salma.session_id))
    ]
    late = desk.hold("600", id=payment_id)
    assert (late["status"], late["failure_code"]) == ("FAILED", "abandoned")
    assert _figures(desk) == (1000, 0)


def test_a_hold_between_own_accounts(desk: Desk) -> None:
    savings = desk.bank.add_account(desk.salma.user_id, name="Savings")
    held = desk.hold("600", payee=savings)
    assert held["fee"] == 0
    assert desk.quote("1")["day_left"] == 120000
    assert desk.as_salma("post_held", held["id"])["balance_after"] == 400
    assert desk.quote("1")["day_left"] == 120000
    desk.check_books()
