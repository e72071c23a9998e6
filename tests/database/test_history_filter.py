"""Any filter over any history gives what plain Python finds in the same entries; and long searches stay short calls."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.provisioning.ledger_load import Movement, load_movements
from services.values.history import Direction, HistoryFilter
from tests.database.desk import Desk

if TYPE_CHECKING:
    from uuid import UUID

    from services.history import HistoryService
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_DAYS = 40
_PAST = _DAYS * 24 // 5
_CHARGED = 25
_BEGAN = datetime(2026, 2, 20, 11, tzinfo=UTC)
_WORDS = [
    "lunch", "Lunch", "rent", "RENT", "قهوة", "قهوه", "أحمد", "احمد", "café", "cafe", "50%", "a_b",
    "1250", "12.5", "١٢٥", "Kar", "شـــاي",
]  # fmt: skip
#: What decomposing leaves apart: letters that Arabic writes alike, and marks of figures.
_FORMS = str.maketrans("ىیةکگ٫٬،−", "ييهكك" + ".,,-")


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank, balance="1000000.00")


@pytest.fixture
def history(desk: Desk) -> HistoryService:
    services = desk.bank.services()
    services.identity.sign_in(email=desk.salma.email, password=desk.salma.password)
    return services.history


@dataclass(frozen=True)
class _Paid:
    """A payment as its entries tell it: sums of all its legs."""

    key: int
    day: date
    counterparty: str
    note: str
    amounts: tuple[Decimal, Decimal]
    is_credit: bool


def _folded(text: str) -> str:
    """Fold apart from the database: by what Unicode says of each letter."""
    letters = unicodedata.normalize("NFKD", text.replace("•", "").translate(_FORMS))
    return "".join(
        str(unicodedata.digit(each)) if each.isdigit() else each.lower()
        for each in letters
        if unicodedata.category(each) not in {"Mn", "Cf", "Lm"}
    )


def _is_found(paid: _Paid, text: str) -> bool:
    within = _folded(f"{paid.counterparty} {paid.note}")
    return all(
        word in within
        or (
            word.replace(",", "")
            and any(f"{each}".startswith(word.replace(",", "")) for each in paid.amounts)
        )
        for word in _folded(text).split()
    )


def _paid(desk: Desk, account: UUID) -> list[_Paid]:
    rows = desk.ask(
        "SELECT sequence, transaction_id, amount, created_at, counterparty, note FROM ledger_entries"
        " WHERE account_id = %s ORDER BY sequence",
        account,
    )
    legs: dict[str, list[Any]] = {}
    for row in rows:
        legs.setdefault(row[1], []).append(row)
    return [
        _Paid(
            first[0],
            first[3].replace(tzinfo=UTC).astimezone().date(),
            first[4],
            first[5],
            (abs(first[2]), abs(sum((each[2] for each in (first, *rest)), Decimal(0)))),
            first[2] > 0,
        )
        for first, *rest in legs.values()
    ]


def _account_with_a_past(desk: Desk) -> UUID:
    """Forty days of payments in and out, then some with fees, from a fixed seed."""
    chance = Random(5)  # noqa: S311 (nothing secret)
    account, karim = desk.bank.add_account(desk.salma.user_id), desk.karim.account_id
    (vault,) = desk.ask("SELECT id FROM accounts WHERE kind = 'VAULT'")[0]

    def note() -> str:
        return " ".join(chance.choices(_WORDS, k=chance.randrange(4)))

    began = _BEGAN.replace(tzinfo=None)
    movements = [Movement(began, vault, each, Decimal(900_000)) for each in (account, karim)]
    for number in range(_PAST - 1):
        at = began + timedelta(hours=5 * number)
        payer, payee = (account, karim) if number % 2 else (karim, account)
        amount = Decimal(chance.choice(["1250.00", "12.50", "125.00", "3.07", "5000.00"]))
        movements.append(Movement(at, payer, payee, amount, note()))
    with desk.bank.as_owner("payment") as cursor:
        load_movements(cursor, movements)
    for _ in range(_CHARGED):
        charged = chance.choice(["12.50", "1250", "125", "49.50"])
        desk.transfer(charged, note=note(), payer=account)
    return account


_TEXTS = st.lists(
    st.one_of(
        st.sampled_from(_WORDS), st.text("akرقهةأ1٢5.,%_-", min_size=1, max_size=3),
        st.sampled_from(["12", "1,250", "13.00", "karim", "KARIM S", "•"]),
    ),
    max_size=2,
).map(" ".join)  # fmt: skip
_OFFSETS = st.none() | st.integers(-2, _DAYS + 2)


def test_any_filter_finds_what_plain_python_finds(desk: Desk, history: HistoryService) -> None:
    account = _account_with_a_past(desk)
    everything = _paid(desk, account)
    assert len(everything) == _PAST + _CHARGED
    hits = [0]

    @settings(
        max_examples=120, deadline=None, derandomize=True, database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )  # fmt: skip
    @given(
        _TEXTS, _OFFSETS, _OFFSETS,
        st.sampled_from([Direction.ALL, Direction.IN, Direction.OUT]), st.integers(1, 60),
    )  # fmt: skip
    def check(
        text: str, start: int | None, end: int | None, direction: Direction, limit: int
    ) -> None:
        first, last = (
            None if each is None else (_BEGAN + timedelta(days=each)).astimezone().date()
            for each in (start, end)
        )
        if first is not None and last is not None and first > last:
            first, last = last, first
        wanted = HistoryFilter(text, first, last, direction)
        expected = [
            each.key
            for each in reversed(everything)
            if (first is None or each.day >= first)
            and (last is None or each.day <= last)
            and (direction is Direction.ALL or (direction is Direction.IN) == each.is_credit)
            and _is_found(each, text)
        ]
        found: list[int | None] = []
        page = history.page(account_id=account, wanted=wanted, limit=limit)
        found += [line.first_sequence for line in page.lines]
        while page.next is not None:
            page = history.page(account_id=account, wanted=wanted, cursor=page.next, limit=limit)
            found += [line.first_sequence for line in page.lines]
        assert found == expected
        hits[0] += bool(expected and wanted.text.strip())

    check()
    assert hits[0] > 20, "hardly any text was found: this shows little"


def test_a_search_looks_at_ten_thousand_entries_a_call(desk: Desk, history: HistoryService) -> None:
    """What is rare comes in several short calls, each of which says how far it has looked."""
    account = desk.salma.account_id
    began = (_BEGAN - timedelta(days=100)).replace(tzinfo=None)
    movements = [
        Movement(began + timedelta(minutes=number), account, desk.karim.account_id, Decimal("0.01"),
            "needle" if number in {3, 9_000} else "hay")
        for number in range(21_000)
    ]  # fmt: skip
    with desk.bank.as_owner("payment") as cursor:
        load_movements(cursor, movements)
    pages = list(history.pages(account_id=account, wanted=HistoryFilter("needle")))
    assert [len(page.lines) for page in pages] == [0, 1, 1]
    assert [page.next and page.next.sequence for page in pages] == [11_002, 1_002, None]
    looked = [page.searched_to for page in pages]
    assert looked[0] is not None
    assert looked[1] is not None
    assert looked[0] > looked[1] > began.replace(tzinfo=UTC)
    # By day a search begins where the period ends, however many entries are newer.
    day = began.date() + timedelta(days=1)
    page = history.page(account_id=account, wanted=HistoryFilter("needle", end=day))
    assert [line.note for line in page.lines] == ["needle"]
    assert page.next is None
