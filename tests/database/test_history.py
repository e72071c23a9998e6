"""What a history's filter lets through, and how a page of it is reached."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.provisioning.ledger_load import Movement, load_movements
from services.errors import InvalidInput, Refused
from services.values.history import Cursor, Direction, HistoryFilter, Line, Status
from services.values.identifiers import new_uuid7
from tests.caller import refused
from tests.database.desk import Desk

if TYPE_CHECKING:
    from services.history import HistoryService
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_PERIOD = (None, None)


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank)


@pytest.fixture
def history(desk: Desk) -> HistoryService:
    services = desk.bank.services()
    services.identity.sign_in(email=desk.salma.email, password=desk.salma.password)
    return services.history


def _all(history: HistoryService, desk: Desk, wanted: HistoryFilter) -> list[Line]:
    pages = history.pages(account_id=desk.salma.account_id, wanted=wanted)
    return [line for page in pages for line in page.lines]


def _notes(history: HistoryService, desk: Desk, text: str) -> list[str]:
    return [line.note for line in _all(history, desk, HistoryFilter(text))]


def _figures(line: Line) -> tuple[str, ...]:
    balance = "" if line.balance_after is None else str(line.balance_after.amount)
    return str(line.amount.amount), str(line.fee.amount), balance


def test_a_payment_and_its_fee_are_one_line(desk: Desk, history: HistoryService) -> None:
    paid = desk.transfer("100")
    lines = history.page(account_id=desk.salma.account_id).lines
    assert [_figures(each) for each in lines] == [
        ("-100.50", "0.50", "899.50"),
        ("1000.00", "0", "1000.00"),
    ]
    assert (lines[0].first_sequence, lines[0].sequence) == (2, 3)
    assert lines[0].transaction_id == paid["id"]
    assert lines[0].without_fee.amount == Decimal("-100.00")
    assert (lines[0].counterparty, lines[0].note) == ("Karim S••••", "lunch")


def test_a_reversal_and_the_fee_it_brings_back_are_one_line(
    desk: Desk, history: HistoryService
) -> None:
    paid = desk.transfer("100")
    desk.as_supervisor("reverse", new_uuid7(), paid["id"], "a mistake", False)
    newest, *_ = history.page(account_id=desk.salma.account_id).lines
    assert (newest.kind, *_figures(newest)) == ("REVERSAL", "100.50", "-0.50", "1000.00")
    assert newest.without_fee.amount == Decimal("100.00")


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 1000])
def test_pages_of_any_length_hold_each_payment_once(
    desk: Desk, history: HistoryService, limit: int
) -> None:
    for amount in range(1, 8):
        desk.transfer(str(amount))
        desk.transfer("0.25", caller=desk.as_karim, payer=desk.karim.account_id,
            payee=desk.salma.account_id)  # fmt: skip
    seen: list[str] = []
    cursor = None
    while True:
        page = history.page(account_id=desk.salma.account_id, cursor=cursor, limit=limit)
        assert len(page.lines) <= limit
        seen += [str(line.amount.amount) for line in page.lines]
        cursor = page.next
        if cursor is None:
            break
    paid = [[f"-{amount}.50", "0.25"] for amount in range(1, 8)]
    assert seen[::-1] == ["1000.00", *(each for pair in paid for each in pair)]


@pytest.mark.parametrize("key", range(1, 9))
def test_no_key_parts_a_payment_from_its_fee(desk: Desk, history: HistoryService, key: int) -> None:
    """Also a key that the bank never gave."""
    for amount in range(1, 4):
        desk.transfer(str(amount))
    page = history.page(account_id=desk.salma.account_id, cursor=Cursor(sequence=key))
    for line in page.lines:
        assert line.kind != "FEE"
        assert line.fee.amount == (Decimal("0.50") if line.kind == "TRANSFER" else 0)


def test_what_is_looked_for_is_found_in_name_note_and_amount(
    desk: Desk, history: HistoryService
) -> None:
    for amount, note in [
        ("1250.75", "Rent for November"),
        ("12", "100%_off, really"),
        ("7", "a\\b"),
    ]:
        desk.set_account(desk.salma.account_id, balance=5000)
        desk.transfer(amount, note=note)
    assert _notes(history, desk, "rent") == ["Rent for November"]
    assert _notes(history, desk, "NOVEMBER rent") == ["Rent for November"]
    assert _notes(history, desk, "karim nov") == ["Rent for November"]
    assert _notes(history, desk, "%") == ["100%_off, really"]
    assert _notes(history, desk, "_") == ["100%_off, really"]
    assert _notes(history, desk, "\\") == ["a\\b"]
    assert _notes(history, desk, "r_nt") == []
    assert _notes(history, desk, "•") == _notes(history, desk, "")
    # 1,250.75 and with the fee of 1.25 1,252.00; of 12 and 12.50.
    for amount in ("1250", "1,250.75", "-1250.75", "1252.00", "١٢٥٠", "۱۲۵۰", "١٬٢٥٠٫٧٥"):
        assert _notes(history, desk, amount) == ["Rent for November"], amount
    assert _notes(history, desk, "12") == ["100%_off, really", "Rent for November"]
    assert _notes(history, desk, "250.75") == []
    assert _notes(history, desk, "12 off") == ["100%_off, really"]


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("إيجار الشقّة", "ايجار الشقه"),
        ("أحمد على", "احمد علي"),
        ("قهوة ١٢", "قهوه 12"),
        ("مـــرحبا", "مرحبا"),
        ("Café Été", "cafe ete"),
        ("cafe", "CAFÉ"),
        ("room 12", "۱۲"),
    ],
)
def test_forms_of_letters_and_digits_are_one(
    desk: Desk, history: HistoryService, note: str, text: str
) -> None:
    desk.transfer("5", note=note)
    assert _notes(history, desk, text) == [note]


def test_directions(desk: Desk, history: HistoryService) -> None:
    desk.transfer("100")
    desk.transfer("30", caller=desk.as_karim, payer=desk.karim.account_id,
        payee=desk.salma.account_id)  # fmt: skip
    found = {
        each: [
            str(line.amount.amount) for line in _all(history, desk, HistoryFilter(direction=each))
        ]
        for each in Direction
    }
    assert found == {
        Direction.ALL: ["30.00", "-100.50", "1000.00"],
        Direction.IN: ["30.00", "1000.00"],
        Direction.OUT: ["-100.50"],
        Direction.NOT_MADE: [],
    }


def test_days_are_those_of_this_computer_and_both_are_included(
    desk: Desk, history: HistoryService
) -> None:
    zone = datetime.now().astimezone().tzinfo
    moments = [
        datetime(2026, 3, 1, 23, 59, 59, tzinfo=zone),
        datetime(2026, 3, 2, 0, 0, 0, tzinfo=zone),
        datetime(2026, 3, 3, 23, 59, 59, tzinfo=zone),
        datetime(2026, 3, 4, 0, 0, 0, tzinfo=zone),
    ]
    account = desk.bank.add_account(desk.salma.user_id)
    (vault,) = desk.ask("SELECT id FROM accounts WHERE kind = 'VAULT'")[0]
    with desk.bank.as_owner("payment") as cursor:
        load_movements(
            cursor,
            [
                Movement(
                    at.astimezone(UTC).replace(tzinfo=None), vault, account, Decimal(1), str(day)
                )
                for day, at in enumerate(moments)
            ],
        )

    def found(start: date | None, end: date | None) -> str:
        page = history.page(account_id=account, wanted=HistoryFilter(start=start, end=end))
        return "".join(line.note for line in reversed(page.lines))

    second, third = date(2026, 3, 2), date(2026, 3, 3)
    assert found(second, third) == "12"
    assert found(second, second) == "1"
    assert found(None, second) == "01"
    assert found(third, None) == "23"
    assert found(date(2026, 3, 5), None) == ""
    with pytest.raises(InvalidInput, match="period_invalid"):
        found(third, second)


def test_what_waits_is_there_whole_and_says_what_the_filter_hides(
    desk: Desk, history: HistoryService
) -> None:
    account = desk.salma.account_id
    desk.hold("100", note="a phone")
    late = desk.hold("50", note="a chair")
    waiting = history.waiting(account_id=account)
    assert [(each.note, each.status, *_figures(each)) for each in waiting.lines] == [
        ("a chair", Status.WAITING, "-50.50", "0.50", ""),
        ("a phone", Status.WAITING, "-100.50", "0.50", ""),
    ]
    assert waiting.hidden == 0
    assert waiting.lines[0].expires_at is not None
    chair = history.waiting(account_id=account, wanted=HistoryFilter("chair"))
    assert ([each.note for each in chair.lines], chair.hidden) == (["a chair"], 1)
    tomorrow = (datetime.now().astimezone() + timedelta(days=1)).date()
    for wanted in (HistoryFilter(direction=Direction.IN), HistoryFilter(start=tomorrow)):
        assert history.waiting(account_id=account, wanted=wanted) == type(waiting)((), 2)
    desk.lapse(late["id"])
    assert [each.note for each in history.waiting(account_id=account).lines] == ["a phone"]


def test_what_was_not_made_says_why(desk: Desk, history: HistoryService) -> None:
    assert desk.transfer("5000000")["status"] == "FAILED"
    desk.as_salma("cancel_held", desk.hold("10", note="cancelled")["id"])
    desk.lapse(desk.hold("20", note="run out")["id"])
    desk.hold("30", note="waits")
    desk.transfer("40", note="made")
    wanted = HistoryFilter(direction=Direction.NOT_MADE)
    found = _all(history, desk, wanted)
    assert [(each.note, each.status, each.failure_code) for each in found] == [
        ("run out", Status.EXPIRED, None),
        ("cancelled", Status.CANCELLED, None),
        ("lunch", Status.REFUSED, found[-1].failure_code),
    ]
    assert found[-1].failure_code == "over_payment_limit"
    assert [each.balance_after for each in found] == [None] * 3
    assert [
        each.note
        for each in _all(history, desk, HistoryFilter("out", direction=Direction.NOT_MADE))
    ] == ["run out"]
    assert history.waiting(account_id=desk.salma.account_id, wanted=wanted).hidden == 1
    # The payee is told of nothing.
    assert (
        desk.as_karim.rows("payments_not_made", desk.karim.account_id, *_PERIOD, "", None, None, 9)
        == []
    )


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_of_what_was_not_made_hold_each_once(
    desk: Desk, history: HistoryService, limit: int
) -> None:
    for number in range(5):
        desk.transfer("5000000", note=str(number))
    # Begun at one moment: the id parts them.
    desk.ask("UPDATE transactions SET initiated_at = (SELECT max(initiated_at) FROM transactions)"
        " WHERE note IN ('1', '2', '3')")  # fmt: skip
    wanted = HistoryFilter(direction=Direction.NOT_MADE)
    seen: list[str] = []
    cursor = None
    while True:
        page = history.page(
            account_id=desk.salma.account_id, wanted=wanted, cursor=cursor, limit=limit
        )
        seen += [line.note for line in page.lines]
        cursor = page.next
        if cursor is None:
            break
    assert sorted(seen) == list("01234")


def test_nobody_reads_the_history_of_another(desk: Desk, history: HistoryService) -> None:
    with pytest.raises(Refused, match="account_unknown"):
        history.page(account_id=desk.karim.account_id)
    arguments: list[tuple[str, tuple[object, ...]]] = [
        ("history", (*_PERIOD, "all", "", None, 10)),
        ("payments_waiting", (*_PERIOD, "")),
        ("payments_not_made", (*_PERIOD, "", None, None, 10)),
    ]
    for function, rest in arguments:
        for caller in (desk.as_karim, desk.as_teller, desk.as_supervisor):
            with refused("IP203"):
                caller.rows(function, desk.salma.account_id, *rest)
        with refused("IP203"):
            desk.as_salma.rows(function, uuid4(), *rest)
        with refused("IP001"):
            desk.as_salma.rows(function, desk.salma.account_id, *rest, token="")


def test_a_filter_that_nobody_should_send_is_refused(desk: Desk, history: HistoryService) -> None:
    account = desk.salma.account_id
    with pytest.raises(InvalidInput, match="filter_invalid"):
        history.page(account_id=account, wanted=HistoryFilter("x" * 101))
    for rest in [
        ("sideways", "", None, 10), (None, "", None, 10), ("all", None, None, 10),
        ("all", "x" * 101, None, 10), ("all", "", None, 0), ("all", "", None, 1001),
        ("all", "", None, None),
    ]:  # fmt: skip
        with refused("IP230"):
            desk.as_salma.rows("history", account, *_PERIOD, *rest)
    with refused("IP230"):
        desk.as_salma.rows("payments_not_made", account, *_PERIOD, "", desk.now(), None, 10)
    with refused("IP229"):
        desk.as_salma.rows(
            "history", account, desk.now("1 s"), desk.now("-1 s"), "all", "", None, 9
        )
