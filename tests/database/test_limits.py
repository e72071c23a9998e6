"""Limits of a payment, a day and a month: rows that the bank changes, days in the bank's own zone."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from services.values.identifiers import new_uuid7
from tests.caller import refused
from tests.database.desk import Desk, fee_of
from tests.database.sheet import sheet_of

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank, "1000000.00")


def _pay(desk: Desk, amount: str, **changes: Any) -> str | None:
    """Pay with a confirmation; the failure code."""
    code: str | None = desk.transfer(amount, confirmed=True, **changes)["failure_code"]
    return code


def _spent(desk: Desk, on: str, day: str, month: str) -> None:
    """Set what Salma has spent; `on` is a day in SQL, where `today` is the bank's own."""
    desk.ask(
        f"UPDATE accounts SET spent_on = (SELECT {on} FROM (SELECT private.today(private.utc_now()))"
        " AS t (today)), spent_day = %s, spent_month = %s WHERE id = %s",
        day,
        month,
        desk.salma.account_id,
    )


#: Any other day of this month.
_OTHER_DAY = "CASE WHEN extract(day FROM today) = 1 THEN today + 1 ELSE today - 1 END"


def test_the_most_that_one_payment_may_be(desk: Desk) -> None:
    assert _pay(desk, "70000.01") == "over_payment_limit"
    assert _pay(desk, "70000") is None


def test_what_a_day_may_take_ends_at_the_piastre(desk: Desk) -> None:
    _spent(desk, "today", "119000", "119000")
    assert desk.quote("1")["day_left"] == 1000
    assert _pay(desk, "1000.01") == "over_day_limit"
    assert _pay(desk, "999.99") is None
    assert desk.quote("1")["day_left"] == Decimal("0.01")
    assert _pay(desk, "0.02") == "over_day_limit"
    assert _pay(desk, "0.01") is None
    left = desk.quote("0.01")
    assert (left["failure_code"], left["day_left"]) == ("over_day_limit", 0)
    desk.check_books()


def test_another_day_begins_at_nothing_and_the_month_goes_on(desk: Desk) -> None:
    _spent(desk, _OTHER_DAY, "120000", "399000")
    before = desk.quote("1")
    assert (before["day_left"], before["month_left"]) == (120000, 1000)
    assert _pay(desk, "1000.01") == "over_month_limit"
    assert _pay(desk, "1000") is None
    assert desk.account(desk.salma.account_id, "spent_day, spent_month") == (1000, 400000)
    assert _pay(desk, "0.01") == "over_month_limit"


def test_another_month_begins_at_nothing(desk: Desk) -> None:
    _spent(desk, "(date_trunc('month', today) - interval '1 day')::date", "120000", "400000")
    before = desk.quote("1")
    assert (before["day_left"], before["month_left"]) == (120000, 400000)
    assert _pay(desk, "70000") is None
    assert desk.account(desk.salma.account_id, "spent_day, spent_month") == (70000, 70000)


def test_the_same_month_of_another_year_does_not_count(desk: Desk) -> None:
    _spent(desk, "(today - interval '1 year')::date", "120000", "400000")
    assert desk.quote("1")["month_left"] == 400000


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-01-15 21:59:59.999999", "2026-01-15"),
        ("2026-01-15 22:00:00", "2026-01-16"),
        ("2026-01-31 22:00:00", "2026-02-01"),
        ("2026-12-31 22:00:00", "2027-01-01"),
    ],
)
def test_a_day_begins_at_midnight_in_cairo(desk: Desk, at: str, day: str) -> None:
    assert str(desk.ask("SELECT private.today(%s)", at)[0][0]) == day


def _assessed(desk: Desk, at: str) -> str | None:
    """Return how a payment of EGP 1 would be refused at a moment (UTC)."""
    code: str | None = desk.ask(
        "SELECT (private.assess(NULL, r.user_id, r.id, e.id, 1, 'EGP', %s, true)).failure_code"
        " FROM accounts AS r, accounts AS e WHERE r.id = %s AND e.id = %s",
        at,
        desk.salma.account_id,
        desk.karim.account_id,
    )[0][0]
    return code


def test_a_payment_just_after_midnight_in_cairo_counts_for_the_new_day(desk: Desk) -> None:
    desk.set_account(
        desk.salma.account_id, spent_on="2026-01-15", spent_day=120000, spent_month=120000
    )
    assert _assessed(desk, "2026-01-15 21:59:59") == "over_day_limit"
    assert _assessed(desk, "2026-01-15 22:00:00") is None
    desk.set_account(
        desk.salma.account_id, spent_on="2026-01-31", spent_day=1000, spent_month=400000
    )
    assert _assessed(desk, "2026-01-31 21:59:59") == "over_month_limit"
    assert _assessed(desk, "2026-01-31 22:00:00") is None
    # The zone is a setting.
    desk.ask("UPDATE private.settings SET value = 'UTC' WHERE name = 'time_zone'")
    assert _assessed(desk, "2026-01-31 22:00:00") == "over_month_limit"


def test_what_is_refused_counts_for_nothing(desk: Desk) -> None:
    assert _pay(desk, "70000.01") == "over_payment_limit"
    desk.set_account(desk.karim.account_id, closed_at=desk.now())
    assert _pay(desk, "10") == "payee_cannot_receive"
    assert desk.quote("1")["day_left"] == 120000


def test_neither_fees_nor_what_comes_in_count(desk: Desk) -> None:
    assert _pay(desk, "60000") is None
    assert _pay(desk, "500", caller=desk.as_karim, payer=desk.karim.account_id,
                payee=desk.salma.account_id) is None  # fmt: skip
    assert desk.quote("1")["day_left"] == 60000


def test_between_own_accounts_nothing_is_charged_counted_or_confirmed(desk: Desk) -> None:
    savings = desk.bank.add_account(desk.salma.user_id, name="Savings")
    _spent(desk, "today", "119000", "119000")
    outcome = desk.transfer("500000", payee=savings)
    assert (outcome["status"], outcome["fee"]) == ("COMPLETED", 0)
    assert desk.payment(outcome["id"], "fee, fee_account_id") == (0, None)
    assert len(desk.entries(savings)) == 1
    before = desk.quote("1")
    assert (before["day_left"], before["month_left"]) == (1000, 281000)
    desk.check_books()


def test_own_and_foreign_payments_of_a_new_day_count_rightly(desk: Desk) -> None:
    """A payment between own accounts moves the day on, and must not take old figures with it."""
    savings = desk.bank.add_account(desk.salma.user_id)
    _spent(desk, _OTHER_DAY, "120000", "399000")
    desk.transfer("5", payee=savings)
    assert desk.account(desk.salma.account_id, "spent_day, spent_month") == (0, 399000)
    assert desk.quote("1")["month_left"] == 1000


def test_changed_rows_take_effect_at_once(desk: Desk) -> None:
    desk.ask("UPDATE limits SET per_payment = 10, confirm_from = 5 WHERE kind = 'TRANSFER'")
    desk.ask("UPDATE tariffs SET rate = 0.5, minimum = 1, maximum = 3 WHERE kind = 'TRANSFER'")
    assert _pay(desk, "10.01") == "over_payment_limit"
    with refused("IP210"):
        desk.transfer("5")
    made = desk.transfer("4.99")
    assert (made["failure_code"], made["fee"]) == (None, Decimal("2.50"))
    assert [desk.quote(each)["fee"] for each in ("1", "9")] == [1, 3]
    desk.ask("UPDATE limits SET per_payment = NULL, per_day = NULL, per_month = NULL")
    free = desk.quote("500000")
    assert (free["failure_code"], free["per_payment"], free["day_left"], free["month_left"]) == (
        None,
        None,
        None,
        None,
    )
    desk.check_books()


def test_a_currency_without_a_row_is_not_offered(desk: Desk) -> None:
    pounds = desk.bank.add_account(desk.salma.user_id, currency="GBP", balance=100)
    payee = desk.bank.add_account(desk.karim.user_id, currency="GBP")
    own = desk.bank.add_account(desk.salma.user_id, currency="GBP")
    for each in (payee, own):
        sides = {"payer": pounds, "payee": each, "currency": "GBP"}
        assert desk.quote("10", **sides)["failure_code"] == "currency_not_offered"
        outcome = desk.transfer("10", **sides)
        assert (outcome["status"], outcome["failure_code"]) == ("FAILED", "currency_not_offered")
    desk.ask("DELETE FROM limits WHERE kind = 'TRANSFER' AND currency = 'EGP'")
    assert desk.transfer("10")["failure_code"] == "currency_not_offered"


def test_each_currency_has_its_own_limits_and_fees(desk: Desk) -> None:
    dollars = desk.bank.add_account(desk.salma.user_id, currency="USD", balance=5000)
    payee = desk.bank.add_account(desk.karim.user_id, currency="USD")
    sides = {"payer": dollars, "payee": payee, "currency": "USD"}
    assert _pay(desk, "1400.01", **sides) == "over_payment_limit"
    made = desk.transfer("1400", confirmed=True, **sides)
    assert (made["failure_code"], made["fee"]) == (None, Decimal("0.40"))
    assert desk.quote("1")["day_left"] == 120000
    desk.check_books()


class Confirmation:
    """A payment of 6,000, which needs the password."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.id = new_uuid7()

    def pay(self, token: str | None = None) -> dict[str, Any]:
        return self.desk.transfer("6000", id=self.id, token=token)


@pytest.fixture
def large(desk: Desk) -> Confirmation:
    return Confirmation(desk)


def test_the_right_confirmation_pays(desk: Desk, large: Confirmation) -> None:
    outcome = large.pay(desk.as_salma.confirmed(large.id))
    assert (outcome["status"], outcome["fee"]) == ("COMPLETED", fee_of("6000"))
    # Once it is made, asking again needs none, and neither does a quote's doubt matter.
    assert large.pay() == outcome
    _spent(desk, "today", "120000", "400000")
    assert large.pay() == outcome
    assert desk.bank.balance(desk.karim.account_id) == 6000
    assert desk.audit(large.id) == [
        ("transfer", str(desk.salma.user_id), str(desk.as_salma.session_id))
    ]
    desk.check_books()


@pytest.mark.parametrize("which", ["other payment", "expired", "none", "other person", "plain"])
def test_any_other_confirmation_does_not(desk: Desk, large: Confirmation, which: str) -> None:
    salma = desk.as_salma
    token, state = {
        "other payment": (salma.confirmed(uuid4()), "IP001"),
        "expired": (salma.confirmed(large.id, expires_in_s=-1), "IP002"),
        "none": (None, "IP210"),
        # It is Karim who confirmed, so it is Karim who pays, and the account is not Karim's.
        "other person": (desk.as_karim.confirmed(large.id), "IP203"),
        "plain": (salma.signed(typ="confirm"), "IP001"),
    }[which]
    with refused(state):
        large.pay(token)
    assert desk.ask("SELECT 1 FROM transactions WHERE id = %s", large.id) == []
    assert desk.bank.balance(desk.karim.account_id) == 0


def test_a_confirmation_opens_nothing_else(desk: Desk) -> None:
    payment = uuid4()
    token = desk.as_salma.confirmed(payment)
    with refused("IP001"):
        desk.as_salma("quote", desk.salma.account_id, desk.karim.account_id, 1, "EGP", token=token)
    with refused("IP001"):
        desk.as_salma("settle", payment, token=token)
    with refused("IP001"):
        desk.as_salma("my_accounts", token=token)


def test_a_refused_payment_asks_for_no_password(desk: Desk) -> None:
    assert desk.quote("70000.01")["needs_confirmation"] is True
    assert desk.transfer("70000.01")["failure_code"] == "over_payment_limit"
    assert desk.transfer("4999.99")["status"] == "COMPLETED"


def test_a_fee_is_a_pair_on_one_of_sixteen_accounts(desk: Desk) -> None:
    made = desk.transfer("6000", confirmed=True)
    fee_account = UUID(desk.payment(made["id"], "fee_account_id")[0])
    stripes = desk.ask("SELECT account_id FROM fee_accounts WHERE currency = 'EGP'")
    assert len(stripes) == 16
    assert str(fee_account) in {each for (each,) in stripes}
    assert desk.entries(desk.salma.account_id)[1:] == [
        (2, 1, -6000, 994000, "TRANSFER", "Karim S••••", "lunch"),
        (3, 2, -6, 993994, "FEE", "FEES", ""),
    ]
    assert desk.entries(fee_account) == [(1, 2, 6, 6, "FEE", "Salma H••••", "")]
    assert desk.entries(desk.karim.account_id) == [
        (1, 1, 6000, 6000, "TRANSFER", "Salma H••••", "lunch")
    ]
    desk.check_books()


def test_a_currency_that_becomes_offered_gets_the_accounts_its_payments_need(desk: Desk) -> None:
    desk.ask("INSERT INTO limits SELECT 'TRANSFER', 'CUSTOMER', 'CUSTOMER', 'GBP'")
    desk.ask("INSERT INTO tariffs SELECT 'TRANSFER', 'CUSTOMER', 'GBP', 0.001, 0.5, 20")
    assert desk.ask(
        "SELECT kind, count(*) FROM accounts WHERE currency = 'GBP' GROUP BY kind ORDER BY kind"
    ) == [("BANK", 1), ("FEES", 16)]
    pounds = desk.bank.add_account(desk.salma.user_id, currency="GBP", balance=100)
    payee = desk.bank.add_account(desk.karim.user_id, currency="GBP")
    outcome = desk.transfer("10", payer=pounds, payee=payee, currency="GBP")
    assert (outcome["status"], outcome["fee"]) == ("COMPLETED", Decimal("0.50"))
    desk.check_books()


def test_a_clock_that_goes_back_over_midnight_begins_no_day_anew(desk: Desk) -> None:
    _spent(desk, "today + 1", "119999", "119999")
    assert desk.quote("1")["day_left"] == 1
    assert _pay(desk, "1.01") == "over_day_limit"
    assert _pay(desk, "1") is None
    assert desk.account(desk.salma.account_id, "spent_day")[0] == 120000
    # A day that is further ahead was never one.
    _spent(desk, "today + 3", "119999", "119999")
    assert desk.quote("1")["day_left"] == 120000


def test_for_batches_neither(desk: Desk) -> None:
    desk.ask("UPDATE limits SET per_day = 100 WHERE kind = 'BATCH'")
    desk.ask(
        "UPDATE accounts SET batched_on = private.today(private.utc_now()) + 1, batched_day = 99"
        " WHERE id = %s",
        desk.salma.account_id,
    )
    assert (
        sheet_of(desk, (desk.karim.account_id, "1.01")).quote()["failure_code"] == "over_day_limit"
    )
    assert sheet_of(desk, (desk.karim.account_id, "1")).quote()["failure_code"] is None
