"""Batches: up to 10,000 payments in one call, all of them or none, exactly once by the batch's id."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

import psycopg2
import pytest

from services.values.identifiers import new_uuid7
from tests.caller import refused
from tests.database.desk import Desk, at_once, fee_of
from tests.database.sheet import Sheet, is_untouched, sheet_of, three_rows

if TYPE_CHECKING:
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


def test_every_row_is_posted_and_the_fee_once(desk: Desk, mona: UUID, three: Sheet) -> None:
    fee = fee_of("100") + fee_of("600.5") + fee_of("50.25")
    quoted = three.quote()
    assert quoted == {
        "failure_code": None,
        "amount": Decimal("750.75"),
        "fee": fee,
        "total": Decimal("750.75") + fee,
        "needs_confirmation": True,
        "row_errors": None,
    }
    done = three.send()
    assert (done["status"], done["failure_code"], done["row_errors"]) == ("COMPLETED", None, None)
    assert (done["fee"], done["balance_after"]) == (fee, 1000 - quoted["total"])
    assert desk.entries(desk.salma.account_id)[1:] == [
        (2, 1, -100, 900, "BATCH", "Karim S••••", "March"),
        (3, 1, Decimal("-600.5"), Decimal("299.5"), "BATCH", "Mona A••••", "March, with overtime"),
        (4, 1, Decimal("-50.25"), Decimal("249.25"), "BATCH", "Karim S••••", ""),
        (5, 1, -fee, Decimal("249.25") - fee, "BATCH_FEE", "FEES", ""),
    ]
    assert desk.entries(desk.karim.account_id) == [
        (1, 1, 100, 100, "BATCH", "Salma H••••", "March"),
        (2, 1, Decimal("50.25"), Decimal("150.25"), "BATCH", "Salma H••••", ""),
    ]
    assert desk.bank.balance(mona) == Decimal("605.5")
    desk.check_books()


def test_every_row_is_a_payment_of_its_own_and_the_fee_another(desk: Desk, three: Sheet) -> None:
    done = three.send()
    assert desk.ask(
        "SELECT id, kind, amount, fee, status, payer_balance_after, payer_sequence,"
        " payee_sequence, initiated_by FROM transactions WHERE batch_id = %s"
        " ORDER BY payer_sequence",
        three.id,
    ) == [
        (str(payment_id), kind, amount, 0, "COMPLETED", after, place, payee_place, str(desk.salma.user_id))
        for payment_id, kind, amount, after, place, payee_place in (
            (three.ids[0], "TRANSFER", 100, 900, 2, 1),
            (three.ids[1], "TRANSFER", Decimal("600.5"), Decimal("299.5"), 3, 2),
            (three.ids[2], "TRANSFER", Decimal("50.25"), Decimal("249.25"), 4, 2),
            (three.id, "BATCH_FEE", done["fee"], done["balance_after"], 5, 1),
        )
    ]  # fmt: skip


def test_everybody_is_told_and_everything_recorded(desk: Desk, three: Sheet) -> None:
    done = three.send()
    assert desk.notices(desk.salma.user_id) == [
        ("batch_sent", {"amount": "750.75", "currency": "EGP", "payments": "3"})
    ]
    details = {"currency": "EGP", "counterparty": "Salma H••••"}
    assert sorted(desk.notices(desk.karim.user_id), key=lambda notice: notice[1]["amount"]) == [
        ("payment_received", details | {"amount": "100.00", "note": "March"}),
        ("payment_received", details | {"amount": "50.25", "note": ""}),
    ]
    who = str(desk.salma.user_id), str(desk.as_salma.session_id)
    assert desk.ask(
        "SELECT event, actor, session_id, payload -> 'rows', payload ->> 'amount',"
        " payload ->> 'fee' FROM audit_logs WHERE payload ->> 'batch_id' = %s ORDER BY id",
        three.id,
    ) == [
        ("batch", *who, 3, "750.75", str(done["fee"])),
        *[("transfer", *who, None, each, None) for each in ("100.00", "600.50", "50.25")],
    ]


def test_own_accounts_in_a_batch_are_named_and_told_nothing(desk: Desk) -> None:
    savings = desk.bank.add_account(desk.salma.user_id, name="Savings")
    assert sheet_of(desk, (savings, "10")).send()["status"] == "COMPLETED"
    assert desk.entries(savings)[0][4:6] == ("BATCH", "Everyday")
    assert desk.entries(desk.salma.account_id)[1][5] == "Savings"
    assert [event for event, _ in desk.notices(desk.salma.user_id)] == ["batch_sent"]
    desk.check_books()


def test_the_same_batch_again_answers_with_the_first_outcome(desk: Desk, three: Sheet) -> None:
    first = three.send()
    # Without a confirmation, without money, and with a payee who is gone meanwhile.
    desk.as_teller("freeze", desk.karim.account_id, "ALL", "asked by a court", None)
    assert three.send(confirmed=False) == first
    assert desk.bank.balance(desk.salma.account_id) == first["balance_after"]
    assert desk.ask("SELECT repeats FROM batches") == [(1,)]
    assert desk.as_salma("settle_batch", three.id) == {
        key: value for key, value in first.items() if key != "row_errors"
    }
    desk.check_books()


@pytest.mark.parametrize("change", ["amounts", "notes", "payees", "ids", "payer", "actor"])
def test_the_same_id_with_other_content_is_refused(
    desk: Desk, mona: UUID, three: Sheet, change: str
) -> None:
    three.amounts = [Decimal(1)] * 3
    three.send()
    balance = desk.bank.balance(desk.salma.account_id)
    caller = desk.as_salma
    if change == "payer":
        three.payer = desk.bank.add_account(desk.salma.user_id, balance=100)
    elif change == "actor":
        three.payer = desk.bank.add_account(desk.karim.user_id, balance=100)
        caller = desk.as_karim
    else:
        new = {"amounts": Decimal(2), "notes": "other", "payees": mona, "ids": new_uuid7()}
        getattr(three, change)[0] = new[change]
    with refused("IP206"):
        three.send(caller)
    assert desk.bank.balance(desk.salma.account_id) == balance
    desk.check_books()


def test_the_id_of_a_row_cannot_be_paid_again(desk: Desk, three: Sheet) -> None:
    three.send()
    with refused("IP206"):
        desk.transfer("100", id=three.ids[0], note="March")
    assert desk.as_salma("settle", three.ids[0])["status"] == "COMPLETED"


def test_a_batch_that_never_arrived_is_given_up(desk: Desk, three: Sheet) -> None:
    settled = desk.as_salma("settle_batch", three.id)
    assert (settled["status"], settled["failure_code"]) == ("FAILED", "abandoned")
    assert desk.as_salma("settle_batch", three.id) == settled
    late = three.send()
    assert (late["status"], late["failure_code"], late["row_errors"]) == (
        "FAILED",
        "abandoned",
        None,
    )
    assert desk.account(desk.salma.account_id, "balance, batched_day") == (1000, 0)
    assert desk.ask("SELECT 1 FROM transactions WHERE batch_id IS NOT NULL") == []
    assert desk.ask(
        "SELECT event, actor, session_id FROM audit_logs WHERE payload ->> 'batch_id' = %s",
        three.id,
    ) == [("batch_abandoned", str(desk.salma.user_id), str(desk.as_salma.session_id))]
    desk.check_books()


def test_settling_tells_nothing_of_others_batches(desk: Desk, three: Sheet) -> None:
    three.send()
    with refused("IP206"):
        desk.as_karim("settle_batch", three.id)
    with refused("IP208"):
        desk.as_salma("settle_batch", None)


def test_settling_and_the_original_at_once_agree(desk: Desk) -> None:
    twin, paid = desk.as_salma.twin(), 0
    for _ in range(20):
        sheet = sheet_of(desk, (desk.karim.account_id, "1"), (desk.karim.account_id, "2"))
        sent, settled = at_once(sheet.send, partial(twin, "settle_batch", sheet.id))
        assert (sent["status"], sent["failure_code"]) == (
            settled["status"],
            settled["failure_code"],
        )
        assert sent["failure_code"] in (None, "abandoned")
        paid += sent["status"] == "COMPLETED"
    assert desk.bank.balance(desk.karim.account_id) == 3 * paid
    desk.check_books()


def test_the_same_batch_at_once_is_made_once(desk: Desk, three: Sheet) -> None:
    callers = [desk.as_salma, *(desk.as_salma.twin() for _ in range(3))]
    answers = at_once(*(partial(three.send, caller) for caller in callers))
    assert all(each == answers[0] for each in answers)
    assert answers[0]["status"] == "COMPLETED"
    assert desk.ask("SELECT repeats FROM batches") == [(3,)]
    desk.check_books()


def test_batches_and_payments_at_once_neither_deadlock_nor_lose_money(
    desk: Desk, mona: UUID
) -> None:
    """Everybody pays everybody, singly and by batches, in whatever order the rows name them."""
    accounts = {desk.salma.account_id: desk.as_salma, desk.karim.account_id: desk.as_karim}
    owner = UUID(desk.account(mona, "user_id")[0])
    accounts[mona] = desk.bank.caller(owner)
    desk.transfer("300")
    desk.transfer("300", payee=mona)

    def batches(payer: UUID) -> set[str]:
        caller = accounts[payer].twin()
        others = [each for each in accounts if each != payer]
        told = set()
        for number in range(12):
            rows = [(each, "1") for each in others[:: 1 - 2 * (number % 2)] * 3]
            told.add(sheet_of(desk, *rows, payer=payer).send(caller)["status"])
        return told

    def payments(payer: UUID) -> set[str]:
        caller = accounts[payer].twin()
        others = [each for each in accounts if each != payer]
        return {
            desk.transfer("1", caller=caller, payer=payer, payee=others[number % 2])["status"]
            for number in range(24)
        }

    answers = at_once(
        *(partial(batches, payer) for payer in accounts),
        *(partial(payments, payer) for payer in accounts),
    )
    assert all(each <= {"COMPLETED", "FAILED"} for each in answers), answers
    assert desk.ask("SELECT count(*) FROM batches WHERE status = 'COMPLETED'")[0][0] > 0
    desk.check_books()


def test_ten_thousand_rows_are_one_call(bank: Bank) -> None:
    desk = Desk(bank, "1000000")
    payees = [desk.bank.add_account(desk.karim.user_id) for _ in range(40)]
    amounts = [Decimal(number % 700 + 1) / 100 for number in range(10000)]
    sheet = Sheet(
        desk,
        [payees[number % len(payees)] for number in range(10000)],
        amounts,
        [f"row {number}" for number in range(10000)],
    )
    fee = sum((fee_of(each) for each in amounts), Decimal(0))
    done = sheet.send()
    assert (done["status"], done["row_errors"], done["fee"]) == ("COMPLETED", None, fee)
    assert done["balance_after"] == 1000000 - sum(amounts) - fee
    for place, payee in enumerate(payees[:3]):
        assert desk.bank.balance(payee) == sum(amounts[place :: len(payees)])
    assert desk.ask("SELECT last_sequence FROM accounts WHERE id = %s", payees[0]) == [(250,)]
    assert sheet.send() == done
    desk.check_books()


def test_a_batch_waits_for_nobody_longer_than_a_second(desk: Desk, three: Sheet) -> None:
    """Somebody sits on a payee's row: the call ends, having done nothing, and can be repeated."""
    with desk.bank.as_owner("payment") as cursor:
        cursor.execute(
            "SELECT 1 FROM accounts WHERE id = %s FOR UPDATE", (str(desk.karim.account_id),)
        )
        assert three.id is not None
        confirmation = desk.as_salma.confirmed(three.id)
        with pytest.raises(psycopg2.errors.LockNotAvailable):
            desk.as_salma(
                "transfer_many", three.id, three.payer, three.ids, three.payees, three.amounts,
                "EGP", three.notes, token=confirmation,
            )  # fmt: skip
    assert is_untouched(desk, three)
    assert three.send()["status"] == "COMPLETED"


def test_an_amount_is_the_same_however_it_is_written(desk: Desk) -> None:
    sheet = sheet_of(desk, (desk.karim.account_id, "1.5"), (desk.karim.account_id, "2"))
    first = sheet.send()
    sheet.amounts = [Decimal("1.50"), Decimal("2.00")]
    assert sheet.send() == first
    sheet.amounts = [Decimal("2.00"), Decimal("1.50")]
    with refused("IP206"):
        sheet.send()


def test_a_fee_account_s_entries_stay_in_the_order_of_their_times(desk: Desk) -> None:
    ahead = desk.now("1 minute")
    desk.ask("UPDATE accounts SET last_entry_at = %s WHERE kind = 'FEES'", ahead)
    sheet_of(desk, (desk.karim.account_id, "100")).send()
    assert desk.ask(
        "SELECT e.created_at = %s, a.last_entry_at = %s FROM accounts AS a JOIN ledger_entries AS e"
        " ON e.account_id = a.id WHERE a.kind = 'FEES'",
        ahead,
        ahead,
    ) == [(True, True)]
    desk.check_books()
