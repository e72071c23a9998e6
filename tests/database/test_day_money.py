"""What the bank did on a day, and what its books sum up: from the log and the worker's proof."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from services.values.money import Money
from tests.bank import PASSWORD
from tests.caller import refused
from tests.database.counter import Counter

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def counter(bank: Bank) -> Counter:
    return Counter(bank)


def _money(counter: Counter, day: date | None = None, currency: str = "EGP") -> dict[str, Any]:
    found = {each["currency"]: each for each in counter.as_supervisor.rows("money_today", day)}
    assert set(found) == {"EGP", "EUR", "USD"}
    return found[currency]


def test_a_day_is_summed_up_by_currency(counter: Counter) -> None:
    counter.cash("CASH_IN", "90000")
    counter.cash("CASH_OUT", "150.50")
    counter.cash("CASH_OUT", "20001")
    counter.cash("CASH_OUT", "9999999")
    paid = counter.transfer("100")
    counter.as_teller("counter_transfer", uuid4(), counter.salma.account_id,
        counter.karim.account_id, "200", "EGP", "national card", "")  # fmt: skip
    counter.transfer("1000000")
    money = _money(counter)
    assert (money["transfer_count"], money["transfers"]) == (2, 300)
    assert (money["cash_in_count"], money["cash_in"]) == (1, 90000)
    assert (money["cash_out_count"], money["cash_out"]) == (1, Decimal("150.50"))
    assert (money["fee_count"], money["fees"]) == (2, 1)
    assert (money["refused_count"], money["refused"]) == (2, 9999999 + 1000000)
    assert (money["waiting_count"], money["waiting"]) == (1, 20001)
    assert money["vault"] == counter.cash_of("VAULT")
    assert money["drawers"] == counter.drawer()
    counter.reverse(paid["id"])
    assert _money(counter)["fees"] == Decimal("0.50")
    other = _money(counter, currency="USD")
    assert other["transfer_count"] == other["waiting_count"] == 0
    assert other["transfers"] == other["vault"] == 0


def test_a_batch_counts_row_by_row_and_its_fee_once(counter: Counter) -> None:
    counter.cash("CASH_IN", "90000")
    batch = uuid4()
    confirmed = counter.as_salma.confirmed(batch)
    counter.as_salma("transfer_many", batch, counter.salma.account_id, [uuid4(), uuid4()],
        [counter.karim.account_id] * 2, [Decimal(10), Decimal(20)], "EGP", ["a", "b"],
        token=confirmed)  # fmt: skip
    money = _money(counter)
    assert (money["transfer_count"], money["transfers"]) == (2, 30)
    assert (money["fee_count"], money["fees"]) == (1, Decimal("1.00"))


def test_each_day_has_its_own(counter: Counter) -> None:
    counter.cash("CASH_IN", "100")
    today = _money(counter)["day"]
    assert _money(counter, today)["cash_in"] == 100
    assert _money(counter, today - timedelta(days=1))["cash_in"] == 0
    # Older rows come before, as their ids say; the bank's midnight is Cairo's.
    counter.ask(
        "INSERT INTO audit_logs (id, service, event, payload, created_at)"
        " SELECT -g, 'payment', 'cash_in', '{\"amount\": 7, \"currency\": \"EGP\"}',"
        " (%s::date::timestamp AT TIME ZONE 'Africa/Cairo' AT TIME ZONE 'UTC')"
        " - g * interval '11 hours' FROM generate_series(1, 200) AS g",
        today,
    )
    yesterday = _money(counter, today - timedelta(days=1))
    assert (yesterday["cash_in_count"], yesterday["cash_in"]) == (2, 14)
    assert _money(counter, today)["cash_in"] == 100
    total = sum(_money(counter, today - timedelta(days=n))["cash_in_count"] for n in range(1, 95))
    assert total == 200
    for day in (date(1, 1, 1), date(9999, 12, 31)):
        assert _money(counter, day)["cash_in"] == 0


def test_the_first_row_of_a_moment_is_found_among_gaps(counter: Counter) -> None:
    counter.ask("TRUNCATE audit_logs")
    assert counter.ask("SELECT private.first_log_id(private.utc_now())") == [(0,)]
    counter.ask(
        "INSERT INTO audit_logs (id, service, event, created_at)"
        " SELECT g * g + 5, 'x', 'y', '2026-01-01'::timestamp + g * interval '1 s'"
        " FROM generate_series(1, 60) AS g"
    )
    for second in (-5, 0, 1, 2, 7, 30, 59, 60, 61, 1000):
        ((found,),) = counter.ask(
            "SELECT private.first_log_id('2026-01-01'::timestamp + %s * interval '1 s')", second
        )
        ((wanted, before),) = counter.ask(
            "SELECT min(id) FILTER (WHERE created_at >= m.at), max(id) FILTER (WHERE created_at < m.at)"
            " FROM audit_logs, (SELECT '2026-01-01'::timestamp + %s * interval '1 s' AS at) AS m",
            second,
        )
        assert (before or 0) < found <= (wanted if wanted is not None else before + 1), second


def test_the_books_are_told_by_kind_of_account(bank: Bank, counter: Counter) -> None:
    auditor = counter.add_teller("Aya Auditor", "AUDITOR")
    assert (auditor("books")["proved_at"], auditor("books")["totals"]) == (None, None)
    counter.cash("CASH_IN", "100")
    counter.transfer("100")
    counter.ask("SELECT private.prove_books()")
    books = auditor("books")
    assert books["balanced"] is True
    egp = {each["kind"]: each for each in books["totals"] if each["currency"] == "EGP"}
    assert Decimal(egp["CUSTOMER"]["balance"]) == Decimal("1099.50")
    assert Decimal(egp["TILL"]["balance"]) == -5100
    assert egp["CUSTOMER"]["accounts"] == 2
    assert sum(Decimal(each["balance"]) for each in egp.values()) == 0
    ((entries,),) = counter.ask("SELECT count(*) FROM ledger_entries")
    assert sum(each["entries"] for each in books["totals"]) == entries
    assert books["checked"] >= 4
    assert books["unbalanced"] == 0
    counter.ask(
        "UPDATE ledger_entries SET amount = amount + 1 WHERE account_id = %s AND kind = 'CASH_IN'",
        counter.salma.account_id,
    )
    assert auditor("books")["unbalanced"] == 1


def test_the_service_gives_values(bank: Bank, counter: Counter) -> None:
    services = bank.services()
    services.identity.sign_in(email="supervisor@demo.eg", password=PASSWORD)
    counter.cash("CASH_IN", "100")
    counter.ask("SELECT private.prove_books()")
    (egp, *_others) = services.books.money(day=None)
    assert (egp.currency, egp.cash_in.count, egp.cash_in.amount) == (
        "EGP", 1, Money(Decimal("100.00"), "EGP"))  # fmt: skip
    books = services.books.books()
    assert books.state is not None
    assert books.state.balanced
    assert sum(each.balance.amount for each in books.totals) == 0
    assert {each.kind for each in books.totals} >= {"CUSTOMER", "TILL", "VAULT", "BANK"}
    (till,) = services.tills.tills()
    assert (till.cash_in, till.cash_out) == (Money(Decimal(100), "EGP"), Money(Decimal(0), "EGP"))


def test_a_till_tells_its_own_cash_of_that_opening(counter: Counter) -> None:
    counter.cash("CASH_IN", "100")
    counter.cash("CASH_OUT", "30")
    counter.close({"50": 101, "20": 1})
    second = uuid4()
    counter.as_teller("open_till", second, "EGP", "10")
    counter.cash("CASH_IN", "5")
    first, other = counter.as_supervisor.rows("tills", None)
    assert (first["cash_in"], first["cash_out"], first["drawer"]) == (100, 30, 0)
    assert (other["id"], other["cash_in"], other["cash_out"], other["drawer"]) == (
        str(second), 5, 0, 15)  # fmt: skip


@pytest.mark.parametrize("function", ["money_today", "books"])
def test_nobody_else_is_told(counter: Counter, function: str) -> None:
    arguments = [None] if function == "money_today" else []
    for role in ("SUPERVISOR", "AUDITOR"):
        assert counter.add_teller("Somebody", role).rows(function, *arguments)
    for role in ("CUSTOMER", "TELLER", "ADMIN"):
        with refused("IP004"):
            counter.add_teller("Somebody", role).rows(function, *arguments)
