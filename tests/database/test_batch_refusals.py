"""Batches that are refused: rows that are named, limits, money, malformed calls; nothing is ever half done."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from services.values.identifiers import new_uuid7
from tests.caller import refused
from tests.database.desk import Desk
from tests.database.sheet import Sheet, is_untouched, sheet_of, three_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank)


@pytest.fixture
def three(desk: Desk) -> Sheet:
    return three_rows(desk)


@pytest.fixture
def mona(three: Sheet) -> UUID:
    """The account of the second row."""
    assert three.payees[1] is not None
    return three.payees[1]


def test_every_wrong_row_is_named_and_nothing_is_done(desk: Desk, mona: UUID) -> None:
    closed = desk.bank.add_account(desk.karim.user_id)
    desk.as_karim("close_account", closed)
    frozen = desk.bank.add_account(desk.karim.user_id)
    desk.as_teller("freeze", frozen, "CREDITS", "asked by a court", None)
    thawed = desk.bank.add_account(desk.karim.user_id)
    desk.set_account(
        thawed, frozen="ALL", frozen_reason="asked by a court", frozen_until=desk.now("-1 s")
    )
    dollars = desk.bank.add_account(desk.karim.user_id, currency="USD")
    vault = UUID(desk.ask("SELECT id FROM accounts WHERE kind = 'VAULT'")[0][0])
    karim = desk.karim.account_id
    sheet = sheet_of(
        desk, (karim, "10"), (karim, "0"), (karim, "-1"), (karim, "NaN"), (karim, "0.001"),
        (karim, None), (karim, "Infinity"), (karim, "1e30"), (mona, "1"), (mona, "1"),
        (desk.salma.account_id, "1"), (uuid4(), "1"), (None, "1"), (vault, "1"), (dollars, "1"),
        (mona, "70000.01"), (closed, "1"), (frozen, "1"), (thawed, "1"),
    )  # fmt: skip
    sheet.notes[8], sheet.notes[9] = None, "two\nlines"
    expected = [
        *[{"row": row, "code": "amount_invalid"} for row in range(2, 9)],
        {"row": 9, "code": "note_invalid"},
        {"row": 10, "code": "note_invalid"},
        {"row": 11, "code": "payee_is_payer"},
        *[{"row": row, "code": "payee_unknown"} for row in (12, 13, 14)],
        {"row": 15, "code": "currency_differs"},
        {"row": 16, "code": "over_payment_limit"},
        {"row": 17, "code": "payee_cannot_receive"},
        {"row": 18, "code": "payee_cannot_receive"},
    ]
    assert sheet.quote()["row_errors"] == expected
    answer = sheet.send()
    assert answer["row_errors"] == expected
    assert (answer["status"], answer["failure_code"]) == (None, None)
    assert is_untouched(desk, sheet)
    # No id is used up: mended, the same batch goes through.
    mended = sheet_of(desk, (karim, "10"), (mona, "1"), id=sheet.id, ids=sheet.ids[:2])
    assert mended.send()["status"] == "COMPLETED"
    desk.check_books()


def test_an_account_that_several_rows_would_fill_together(desk: Desk) -> None:
    room = Decimal("9999999999999999.99") - 10
    desk.set_account(desk.karim.account_id, balance=room)
    karim = desk.karim.account_id
    assert sheet_of(desk, (karim, "5"), (karim, "5")).quote()["row_errors"] is None
    over = sheet_of(desk, (karim, "5"), (karim, "5.01"))
    assert over.quote()["row_errors"] == [
        {"row": row, "code": "payee_cannot_receive"} for row in (1, 2)
    ]


@pytest.mark.parametrize(
    ("prepare", "code"),
    [
        ("UPDATE accounts SET frozen = 'DEBITS', frozen_reason = 'x' WHERE id = %(payer)s",
         "account_frozen"),
        ("DELETE FROM limits WHERE kind = 'BATCH'", "currency_not_offered"),
        ("UPDATE limits SET per_day = 750.74 WHERE kind = 'BATCH'", "over_day_limit"),
        ("UPDATE limits SET per_month = 750.74 WHERE kind = 'BATCH'", "over_month_limit"),
        ("UPDATE tariffs SET minimum = 90, maximum = 90 WHERE kind = 'BATCH'", "insufficient_funds"),
    ],
)  # fmt: skip
def test_a_refusal_of_the_whole_is_an_outcome(
    desk: Desk, three: Sheet, prepare: str, code: str
) -> None:
    with desk.bank.as_owner("payment") as cursor:
        cursor.execute(prepare, {"payer": str(desk.salma.account_id)})
    assert three.quote()["failure_code"] == code
    # Whatever is refused is refused without a password.
    answer = three.send(confirmed=False)
    assert (answer["status"], answer["failure_code"], answer["balance_after"]) == (
        "FAILED",
        code,
        None,
    )
    assert desk.ask(
        "SELECT status, failure_code, row_count, amount, currency, payer_balance_after FROM batches"
    ) == [("FAILED", code, 3, Decimal("750.75"), "EGP", None)]
    assert desk.account(desk.salma.account_id, "balance, batched_day") == (1000, 0)
    assert desk.ask(
        "SELECT event, actor, session_id FROM audit_logs WHERE payload ->> 'batch_id' = %s",
        three.id,
    ) == [("batch_refused", str(desk.salma.user_id), str(desk.as_salma.session_id))]
    assert desk.ask("SELECT 1 FROM transactions WHERE batch_id IS NOT NULL") == []
    assert three.send(confirmed=False) == answer
    desk.check_books()


def test_the_last_piastre_can_be_sent_and_not_one_more(desk: Desk) -> None:
    karim = desk.karim.account_id
    over = sheet_of(desk, (karim, "500"), (karim, "499.01"))
    assert over.quote()["failure_code"] == over.send()["failure_code"] == "insufficient_funds"
    exact = sheet_of(desk, (karim, "500"), (karim, "499"))
    assert exact.quote()["failure_code"] is None
    assert exact.send()["balance_after"] == 0
    desk.check_books()


def test_held_money_is_not_available_but_expired_holds_are(desk: Desk) -> None:
    held = desk.hold("600")["id"]
    sheet = sheet_of(desk, (desk.karim.account_id, "400"))
    assert sheet.quote()["failure_code"] == "insufficient_funds"
    assert sheet.send()["failure_code"] == "insufficient_funds"
    desk.lapse(held)
    again = sheet_of(desk, (desk.karim.account_id, "400"))
    assert again.quote()["failure_code"] is None
    assert again.send()["status"] == "COMPLETED"
    assert desk.payment(held, "status")[0] == "EXPIRED"
    desk.check_books()


def test_batches_have_limits_of_their_own(desk: Desk) -> None:
    desk.ask("UPDATE limits SET per_day = 300, per_month = 500 WHERE kind = 'BATCH'")
    karim = desk.karim.account_id
    assert desk.transfer("250")["status"] == "COMPLETED"
    assert sheet_of(desk, (karim, "100"), (karim, "100")).send()["status"] == "COMPLETED"
    assert desk.account(desk.salma.account_id, "spent_day, batched_day, batched_month") == (
        250,
        200,
        200,
    )
    assert desk.quote("1")["day_left"] == 120000 - 250
    assert sheet_of(desk, (karim, "100.01")).send()["failure_code"] == "over_day_limit"
    assert sheet_of(desk, (karim, "100")).send()["status"] == "COMPLETED"
    # Another day of this month, and another month.
    desk.ask(
        "UPDATE accounts SET batched_on = CASE WHEN extract(day FROM batched_on) = 1"
        " THEN batched_on + 1 ELSE batched_on - 1 END WHERE id = %s",
        desk.salma.account_id,
    )
    assert sheet_of(desk, (karim, "200.01")).quote()["failure_code"] == "over_month_limit"
    assert sheet_of(desk, (karim, "200")).quote()["failure_code"] is None
    desk.ask(
        "UPDATE accounts SET batched_on = batched_on - interval '40 days' WHERE id = %s",
        desk.salma.account_id,
    )
    assert sheet_of(desk, (karim, "250")).quote()["failure_code"] is None
    desk.check_books()


@pytest.mark.parametrize("which", ["first", "last", "batch"])
def test_an_id_that_is_taken_lets_nothing_happen(desk: Desk, three: Sheet, which: str) -> None:
    karim = {"payer": desk.karim.account_id, "payee": desk.salma.account_id}
    taken = desk.transfer("1", caller=desk.as_karim, **karim)["id"]
    if which == "batch":
        three.id = taken
    else:
        three.ids[0 if which == "first" else 2] = taken
    with refused("IP206"):
        three.send()
    assert is_untouched(desk, three)
    desk.check_books()


@pytest.mark.parametrize("confirmation", ["none", "other", "row"])
def test_a_batch_needs_the_password(desk: Desk, three: Sheet, confirmation: str) -> None:
    caller = desk.as_salma
    token = {
        "none": None,
        "other": caller.confirmed(uuid4()),
        "row": caller.confirmed(three.ids[0]),
    }[confirmation]
    arguments = three.id, three.payer, three.ids, three.payees, three.amounts, "EGP", three.notes
    with refused("IP001" if token else "IP210"):
        caller("transfer_many", *arguments, token=token)
    assert is_untouched(desk, three)


#: What is wrong with a call as a whole, and whether a quote is refused for it too.
_MALFORMED: dict[str, tuple[str, bool, Callable[[Sheet], object]]] = {
    "no rows": ("IP213", True, lambda sheet: _resize(sheet, 0)),
    "too many rows": ("IP213", True, lambda sheet: _resize(sheet, 10001)),
    "a payee short": ("IP213", True, lambda sheet: sheet.payees.pop()),
    "an amount short": ("IP213", True, lambda sheet: sheet.amounts.pop()),
    "a note short": ("IP213", True, lambda sheet: sheet.notes.pop()),
    "an id short": ("IP213", False, lambda sheet: sheet.ids.pop()),
    "no payees": ("IP213", True, lambda sheet: setattr(sheet, "payees", None)),
    "no amounts": ("IP213", True, lambda sheet: setattr(sheet, "amounts", None)),
    "no notes": ("IP213", True, lambda sheet: setattr(sheet, "notes", None)),
    "no ids": ("IP213", False, lambda sheet: setattr(sheet, "ids", None)),
    "an id twice": ("IP213", False, lambda sheet: setattr(sheet, "ids", sheet.ids[:1] * 3)),
    "nested ids": (
        "IP213",
        False,
        lambda sheet: setattr(sheet, "ids", f"{{{{{','.join(map(str, sheet.ids))}}}}}"),
    ),
    "a null id": ("IP208", False, lambda sheet: sheet.ids.__setitem__(1, None)),
    "no batch": ("IP208", False, lambda sheet: setattr(sheet, "id", None)),
    "a foreign payer": ("IP203", True, lambda sheet: setattr(sheet, "payer", sheet.payees[0])),
    "an unknown payer": ("IP203", True, lambda sheet: setattr(sheet, "payer", uuid4())),
    "a null payer": ("IP203", True, lambda sheet: setattr(sheet, "payer", None)),
    "a currency": ("IP205", True, lambda sheet: setattr(sheet, "currency", "USD")),
    "a null currency": ("IP205", True, lambda sheet: setattr(sheet, "currency", None)),
}


def _resize(sheet: Sheet, rows: int) -> None:
    sheet.ids = [new_uuid7() for _ in range(rows)]
    sheet.payees, sheet.amounts = sheet.payees[:1] * rows, [Decimal("0.01")] * rows
    sheet.notes = [""] * rows


@pytest.mark.parametrize("what", _MALFORMED)
def test_malformed_batches_raise_and_change_nothing(desk: Desk, three: Sheet, what: str) -> None:
    state, also_quoted, spoil = _MALFORMED[what]
    spoil(three)
    with refused(state):
        three.send()
    assert is_untouched(desk, three)
    if also_quoted:
        with refused(state):
            three.quote()
