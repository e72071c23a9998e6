"""api.statement and api.balance_at against plain sums over the same entries."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.provisioning.ledger_load import Movement, load_movements
from services.values.money import Money
from tests.caller import refused
from tests.database.desk import Desk

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_START = datetime(2026, 3, 1, 12)  # noqa: DTZ001 (timestamps of the database hold UTC without saying so)


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank)


@pytest.fixture
def vault(desk: Desk) -> UUID:
    return UUID(desk.ask("SELECT id FROM accounts WHERE kind = 'VAULT'")[0][0])


def _statement(desk: Desk, account: UUID, start: object, end: object) -> dict[str, Any]:
    answer: dict[str, Any] = desk.as_salma("statement", account, start, end)
    return answer


def _balances(desk: Desk, account: UUID, moments: list[Any]) -> list[Decimal]:
    """Return balances at moments, which must come back with them."""
    rows = desk.as_salma.rows("balances_at", account, moments)
    assert [row["at"] for row in rows] == moments
    return [row["balance"] for row in rows]


#: Seconds between entries (often none, so that several share a moment), and piastres in or out.
_HISTORIES = st.lists(
    st.tuples(st.integers(0, 3), st.integers(-500, 500).filter(bool)), max_size=40
)
_MOMENTS = st.integers(-2, 130)


def test_any_period_of_any_history_sums_up(desk: Desk, vault: UUID) -> None:
    # All are paid from one vault, whose entries are in the order of their times too: after Salma's own money.
    days = itertools.count(1)
    today = datetime.now(UTC).replace(tzinfo=None, microsecond=0)

    @settings(
        max_examples=30,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(_HISTORIES, st.lists(st.tuples(_MOMENTS, _MOMENTS), min_size=1, max_size=8))
    def check(history: list[tuple[int, int]], periods: list[tuple[int, int]]) -> None:
        account = desk.bank.add_account(desk.salma.user_id)
        began = today + timedelta(days=next(days))
        at, balance, entries, movements = began, Decimal(0), [], []
        for pause, piastres in history:
            at += timedelta(seconds=pause)
            amount = max(Decimal(piastres) / 100, -balance)
            if not amount:
                continue
            balance += amount
            sides = (vault, account) if amount > 0 else (account, vault)
            movements.append(Movement(at, *sides, abs(amount)))
            entries.append((at, amount))
        with desk.bank.as_owner("payment") as cursor:
            load_movements(cursor, movements)

        for first, last in map(sorted, periods):
            start, end = (began + timedelta(seconds=each) for each in (first, last))
            answer = _statement(desk, account, start, end)
            opening = sum((amount for when, amount in entries if when < start), Decimal(0))
            within = [place for place, (when, _) in enumerate(entries, 1) if start <= when < end]
            assert answer["opening_balance"] == opening
            assert answer["closing_balance"] == opening + sum(
                (entries[place - 1][1] for place in within), Decimal(0)
            )
            assert (answer["first_sequence"], answer["last_sequence"]) == (
                (within[0], within[-1]) if within else (None, None)
            )
            assert desk.as_salma("balance_at", account, start) == opening

        moments = sorted(began + timedelta(seconds=each) for pair in periods for each in pair)
        assert _balances(desk, account, moments) == [
            sum((amount for when, amount in entries if when < moment), Decimal(0))
            for moment in moments
        ]

    check()
    desk.check_books()


@pytest.fixture
def account(desk: Desk, vault: UUID) -> UUID:
    """An account with an entry at 12:00:00 of 10.00, one at 12:00:01 of 5.00 and another of -3.00."""
    made = desk.bank.add_account(desk.salma.user_id)
    later = _START + timedelta(seconds=1)
    with desk.bank.as_owner("payment") as cursor:
        load_movements(
            cursor,
            [
                Movement(_START, vault, made, Decimal(10)),
                Movement(later, vault, made, Decimal(5)),
                Movement(later, made, vault, Decimal(3)),
            ],
        )
    return made


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        # From, to (seconds after the first entry): opening, closing, first and last entry.
        (-10, 0, (0, 0, None, None)),
        (-10, 0.000001, (0, 10, 1, 1)),
        (0, 1, (0, 10, 1, 1)),
        (0, 1.000001, (0, 12, 1, 3)),
        (0.000001, 1, (10, 10, None, None)),
        (1, 1, (10, 10, None, None)),
        (1, 2, (10, 12, 2, 3)),
        (1.000001, 2, (12, 12, None, None)),
        (-20, -10, (0, 0, None, None)),
        (50, 60, (12, 12, None, None)),
    ],
)
def test_an_entry_at_the_very_bound_belongs_to_the_later_period(
    desk: Desk, account: UUID, start: float, end: float, expected: tuple[Any, ...]
) -> None:
    answer = _statement(
        desk, account, _START + timedelta(seconds=start), _START + timedelta(seconds=end)
    )
    assert tuple(answer.values()) == expected


def test_time_without_end(desk: Desk, account: UUID) -> None:
    assert tuple(_statement(desk, account, "-infinity", "infinity").values()) == (0, 12, 1, 3)
    assert desk.as_salma("balance_at", account, "infinity") == 12
    assert desk.as_salma("balance_at", account, "-infinity") == 0


def test_an_account_without_entries(desk: Desk) -> None:
    empty = desk.bank.add_account(desk.salma.user_id)
    assert tuple(_statement(desk, empty, "-infinity", "infinity").values()) == (0, 0, None, None)


def test_payments_appear_where_their_times_say(desk: Desk) -> None:
    """With entries that payments make themselves: their times are those told to the payer."""
    first, second = desk.transfer("10"), desk.transfer("20")
    between = second["decided_at"]
    assert first["decided_at"] < between
    account = desk.salma.account_id
    answer = _statement(desk, account, between, between + timedelta(microseconds=1))
    # Leg and fee.
    assert tuple(answer.values()) == (Decimal("989.50"), 969, 4, 5)
    assert desk.as_salma("balance_at", account, between) == first["balance_after"]


def test_an_account_s_entries_are_in_the_order_of_their_times(desk: Desk) -> None:
    """Also where the clock was once ahead: what comes later to that account is not dated before it."""
    ahead = datetime.now(UTC).replace(tzinfo=None) + timedelta(hours=1)
    desk.set_account(desk.karim.account_id, last_entry_at=ahead)
    paid = desk.transfer("10")
    held = desk.hold("10")["id"]
    posted = desk.as_salma("post_held", held)
    back = desk.as_teller("reverse", uuid4(), paid["id"], "an error", False)
    # Whoever dealt with that account is not dated ahead for it.
    assert max(each["decided_at"] for each in (paid, posted, back)) < ahead
    dates = "SELECT DISTINCT created_at = %s FROM ledger_entries WHERE account_id = %s"
    assert desk.ask(dates, ahead, desk.karim.account_id) == [(True,)]
    assert desk.ask(dates, ahead, desk.salma.account_id) == [(False,)]
    batch = uuid4()
    done = desk.as_salma(
        "transfer_many", batch, desk.salma.account_id, [uuid4()], [desk.karim.account_id], [1],
        "EGP", [""], token=desk.as_salma.confirmed(batch),
    )  # fmt: skip
    assert done["decided_at"] == ahead
    assert desk.ask(
        "SELECT count(*) FROM (SELECT created_at, lag(created_at) OVER (PARTITION BY account_id"
        " ORDER BY sequence) AS before FROM ledger_entries) AS e WHERE created_at < before"
    ) == [(0,)]


def test_statements_of_other_people_are_unknown(desk: Desk) -> None:
    vault = UUID(desk.ask("SELECT id FROM accounts WHERE kind = 'VAULT'")[0][0])
    for account in (desk.karim.account_id, vault, uuid4(), None):
        with refused("IP203"):
            desk.as_salma("statement", account, "-infinity", "infinity")
        with refused("IP203"):
            desk.as_salma("balance_at", account, "infinity")
        with refused("IP203"):
            desk.as_salma.rows("balances_at", account, [_START])
    for token in ("", "a.b.c"):
        with refused("IP001"):
            desk.as_salma("balance_at", desk.salma.account_id, "infinity", token=token)


def test_it_costs_some_twenty_looks_however_long_the_history(desk: Desk, account: UUID) -> None:
    """Halving, not scanning: of 100,000 entries a few blocks are read."""
    desk.ask(
        "INSERT INTO ledger_entries (account_id, sequence, transaction_id, leg, amount,"
        " balance_after, created_at, kind, counterparty) SELECT %s, n, gen_random_uuid(), 1, 1, n,"
        " %s + n * interval '1 s', 'TRANSFER', 'x' FROM generate_series(4, 100000) AS n",
        account,
        _START,
    )
    desk.set_account(account, last_sequence=100000)
    with desk.bank.as_owner("payment") as cursor:
        cursor.execute("ANALYZE ledger_entries")
        cursor.execute(
            "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON)"
            " SELECT private.last_sequence_before(%s, 100000, %s)",
            (str(account), _START + timedelta(seconds=54321)),
        )
        (plan,) = cursor.fetchone()[0]
    assert plan["Plan"]["Shared Hit Blocks"] + plan["Plan"]["Shared Read Blocks"] < 300
    moments = [_START + timedelta(seconds=each) for each in range(90_000, 90_400)]
    assert _balances(desk, account, moments) == [Decimal(each) for each in range(89_999, 90_399)]
    # From a known entry on, the next moment's is near: a few looks, however long the history.
    assert _blocks(desk, account, known=0, seconds=54321) < 500
    assert _blocks(desk, account, known=54_300, seconds=54_310) < 60
    assert _blocks(desk, account, known=54_300, seconds=54_300.5) < 20
    start, end = (_START + timedelta(seconds=each) for each in (500, 50000))
    answer = _statement(desk, account, start, end)
    assert tuple(answer.values()) == (499, 49999, 500, 49999)


def _blocks(desk: Desk, account: UUID, *, known: int, seconds: float) -> int:
    """Return how many blocks it takes to find the entry before a moment from a known one."""
    with desk.bank.as_owner("payment") as cursor:
        # Once before, as a session's first call reads catalogues too.
        for explain in ("", "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON)"):
            cursor.execute(
                f"{explain} SELECT private.next_sequence_before(%s, %s, 100000, %s)",
                (str(account), known, _START + timedelta(seconds=seconds)),
            )
        (plan,) = cursor.fetchone()[0]
    return int(plan["Plan"]["Shared Hit Blocks"] + plan["Plan"]["Shared Read Blocks"])


@pytest.mark.parametrize(
    "moments",
    [None, [None], [_START, None], [_START, _START - timedelta(1)], [_START] * 401, [[_START] * 2]],
)
def test_balances_are_of_few_moments_in_their_order(
    desk: Desk, account: UUID, moments: list[Any] | None
) -> None:
    with refused("IP229"):
        desk.as_salma.rows("balances_at", account, moments)


def test_balances_of_no_moment_and_of_one_many_times(desk: Desk, account: UUID) -> None:
    assert _balances(desk, account, []) == []
    assert _balances(desk, account, [_START + timedelta(seconds=1)] * 400) == [10] * 400


def test_the_service_gives_balances_in_any_zone(desk: Desk) -> None:
    desk.transfer("10")
    services = desk.bank.services()
    services.identity.sign_in(email=desk.salma.email, password=desk.salma.password)
    (account,) = services.accounts.list()
    now = datetime.now(timezone(timedelta(hours=3)))

    points = services.accounts.balances_at(
        account=account, moments=[now - timedelta(days=9), now + timedelta(hours=1)]
    )

    assert [each.at for each in points] == [now - timedelta(days=9), now + timedelta(hours=1)]
    assert [each.balance for each in points] == [Money(Decimal(0), "EGP"), account.balance]


def test_the_service_gives_a_period_in_any_zone_and_history_its_entries(desk: Desk) -> None:
    for amount in ("10", "20", "30"):
        desk.transfer(amount)
    services = desk.bank.services()
    services.identity.sign_in(email=desk.salma.email, password=desk.salma.password)
    (account,) = services.accounts.list()
    entries = services.accounts.history(account_id=account.id).entries
    # From the second payment (included) to the third's (not): its amount, then its fee.
    payments = [each for each in reversed(entries) if each.kind == "TRANSFER"]
    start, end = (each.posted_at.astimezone(timezone(timedelta(hours=3))) for each in payments[1:])

    period = services.accounts.statement(account=account, start=start, end=end)

    assert (period.first_sequence, period.last_sequence) == (4, 5)
    opening = services.accounts.balance_at(account=account, at=start)
    assert period.opening_balance == opening == Money(Decimal("989.50"), "EGP")
    assert period.closing_balance == Money(Decimal("969.00"), "EGP")
    between = services.accounts.history(account_id=account.id, before=6, limit=2).entries
    assert [each.amount.amount for each in between] == [Decimal("-0.50"), Decimal("-20.00")]


@pytest.mark.parametrize("bounds", [(None, 1), (1, None), (None, None), (2, 1)])
def test_a_period_has_two_bounds_in_their_order(
    desk: Desk, account: UUID, bounds: tuple[int | None, ...]
) -> None:
    start, end = (None if at is None else _START + timedelta(seconds=at) for at in bounds)
    with refused("IP229"):
        _statement(desk, account, start, end)


def test_a_balance_is_of_a_moment(desk: Desk, account: UUID) -> None:
    with refused("IP229"):
        desk.as_salma("balance_at", account, None)
