"""Reversals: a completed payment is taken back whole, at most once, by another payment."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from services.values.identifiers import new_uuid7
from tests.caller import refused
from tests.database.desk import REASON, Desk

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank)


@pytest.fixture
def paid(desk: Desk) -> UUID:
    """Salma has paid 600 to Karim, with a fee of 0.60."""
    return UUID(str(desk.transfer("600")["id"]))


def _bank_account(desk: Desk, currency: str = "EGP") -> UUID:
    return UUID(
        desk.ask("SELECT id FROM accounts WHERE kind = 'BANK' AND currency = %s", currency)[0][0]
    )


def _spend(desk: Desk, amount: str) -> None:
    """Let Karim pay some of it back by himself."""
    sides = {"payer": desk.karim.account_id, "payee": desk.salma.account_id}
    assert desk.transfer(amount, caller=desk.as_karim, **sides)["status"] == "COMPLETED"


def test_both_legs_go_back_and_both_sides_are_told(desk: Desk, paid: UUID) -> None:
    fee_account = UUID(desk.payment(paid, "fee_account_id")[0])
    back = desk.reverse(paid)
    assert (back["status"], back["failure_code"], back["balance_after"], back["fee"]) == (
        "COMPLETED",
        None,
        0,
        0,
    )
    assert desk.bank.balance(desk.salma.account_id) == 1000
    assert desk.bank.balance(desk.karim.account_id) == 0
    assert desk.entries(desk.salma.account_id)[3:] == [
        (4, 1, 600, Decimal("999.40"), "REVERSAL", "Karim S••••", ""),
        (5, 2, Decimal("0.60"), 1000, "FEE_RETURNED", "FEES", ""),
    ]
    assert desk.entries(desk.karim.account_id)[1:] == [
        (2, 1, -600, 0, "REVERSAL", "Salma H••••", "")
    ]
    assert desk.entries(fee_account)[-1][1:6] == (
        2,
        Decimal("-0.60"),
        0,
        "FEE_RETURNED",
        "Salma H••••",
    )
    assert desk.ask(
        "SELECT reversal_id, reason, fee_returned, from_bank, reversed_by FROM reversals"
        " WHERE original_id = %s",
        paid,
    ) == [(str(back["id"]), REASON, Decimal("0.60"), False, str(desk.as_teller.user_id))]
    assert desk.payment(back["id"], "kind, from_account_id, to_account_id, amount") == (
        "REVERSAL",
        str(desk.karim.account_id),
        str(desk.salma.account_id),
        600,
    )
    assert desk.payment(paid, "status")[0] == "COMPLETED"
    # Why it was taken back is the bank's own business.
    details = {"amount": "600.00", "currency": "EGP", "note": ""}
    assert desk.notices(desk.salma.user_id)[1:] == [
        ("payment_returned", details | {"counterparty": "Karim S••••"})
    ]
    assert desk.notices(desk.karim.user_id)[1:] == [
        ("payment_taken_back", details | {"counterparty": "Salma H••••"})
    ]
    assert desk.audit(back["id"]) == [
        ("reversal", str(desk.as_teller.user_id), str(desk.as_teller.session_id))
    ]
    assert desk.ask(
        "SELECT payload ->> 'original_id' FROM audit_logs WHERE event = 'reversal'"
    ) == [(str(paid),)]
    desk.check_books()


def test_repeating_the_id_answers_with_the_first_outcome(desk: Desk, paid: UUID) -> None:
    back = desk.reverse(paid)
    assert desk.reverse(paid, id=back["id"]) == back
    # Also when its payer has emptied and closed the account since.
    desk.set_account(desk.karim.account_id, closed_at=desk.now())
    savings = desk.bank.add_account(desk.salma.user_id)
    desk.transfer("1000", payee=savings)
    desk.as_salma("close_account", desk.salma.account_id)
    assert desk.reverse(paid, id=back["id"]) == back
    desk.check_books()


def test_an_id_of_another_payment_is_refused(desk: Desk, paid: UUID) -> None:
    other = desk.transfer("100")["id"]
    back = desk.reverse(paid)
    with refused("IP206"):
        desk.reverse(other, id=back["id"])
    with refused("IP206"):
        desk.reverse(other, id=paid)
    with refused("IP206"):
        desk.reverse(paid, id=back["id"], caller=desk.as_supervisor)
    desk.check_books()


def test_a_refused_one_is_of_its_own_original_and_shown_to_no_customer(
    desk: Desk, paid: UUID
) -> None:
    other = desk.transfer("100")["id"]
    _spend(desk, "650")
    refusal = desk.reverse(paid, reason="police were told")
    assert refusal["failure_code"] == "payee_lacks_funds"
    with refused("IP206"):
        desk.reverse(other, id=refusal["id"])
    # Of what the bank tried in vain neither side sees anything, nor why.
    for caller in (desk.as_karim, desk.as_salma):
        assert caller.read("SELECT id FROM transactions WHERE kind = 'REVERSAL'") == []
    assert desk.payment(refusal["id"], "note") == ("",)
    assert desk.ask(
        "SELECT payload ->> 'reason' FROM audit_logs WHERE event = 'reversal_refused'"
    ) == [("police were told",)]
    desk.check_books()


@pytest.mark.parametrize("spent", [None, "599"])
def test_there_is_no_second_reversal(desk: Desk, paid: UUID, spent: str | None) -> None:
    desk.transfer("100")
    desk.reverse(paid)
    if spent is None:
        _spend(desk, "90")
    for from_bank in (False, True):
        with refused("IP215"):
            desk.reverse(paid, caller=desk.as_supervisor, from_bank=from_bank)
    assert desk.ask("SELECT count(*) FROM transactions WHERE kind = 'REVERSAL'") == [(1,)]


def test_a_payee_who_lacks_the_money_and_then_has_it(desk: Desk, paid: UUID) -> None:
    _spend(desk, "100")
    salma = desk.bank.balance(desk.salma.account_id)
    refusal = desk.reverse(paid)
    assert (refusal["status"], refusal["failure_code"], refusal["balance_after"]) == (
        "FAILED",
        "payee_lacks_funds",
        None,
    )
    assert desk.bank.balance(desk.salma.account_id) == salma
    assert desk.audit(refusal["id"]) == [
        ("reversal_refused", str(desk.as_teller.user_id), str(desk.as_teller.session_id))
    ]
    assert desk.reverse(paid, id=refusal["id"]) == refusal
    desk.check_books()

    desk.transfer("200")
    # The same call again stays what it was; a new one goes through.
    assert desk.reverse(paid, id=refusal["id"]) == refusal
    assert desk.reverse(paid)["status"] == "COMPLETED"
    desk.check_books()


def test_held_money_is_not_taken_back_but_expired_holds_are(desk: Desk, paid: UUID) -> None:
    sides = {"payer": desk.karim.account_id, "payee": desk.salma.account_id}
    held = desk.hold("10", caller=desk.as_karim, **sides)
    assert desk.reverse(paid)["failure_code"] == "payee_lacks_funds"
    desk.lapse(held["id"])
    assert desk.reverse(paid)["status"] == "COMPLETED"
    desk.check_books()


def test_a_supervisor_may_take_it_from_the_bank(desk: Desk, paid: UUID) -> None:
    _spend(desk, "500")
    salma = desk.bank.balance(desk.salma.account_id)
    back = desk.reverse(paid, caller=desk.as_supervisor, from_bank=True)
    assert (back["status"], back["balance_after"]) == ("COMPLETED", -600)
    assert desk.bank.balance(desk.salma.account_id) == salma + Decimal("600.60")
    assert desk.entries(_bank_account(desk))[-1][2:6] == (-600, -600, "REVERSAL", "Salma H••••")
    assert desk.entries(desk.salma.account_id)[-2][4:6] == ("REVERSAL", "BANK")
    assert desk.ask("SELECT from_bank FROM reversals") == [(True,)]
    assert desk.notices(desk.salma.user_id)[-1][0] == "payment_returned"
    # The payee is not concerned.
    assert "payment_taken_back" not in dict(desk.notices(desk.karim.user_id))
    desk.check_books()


@pytest.mark.parametrize("from_bank", [False, True])
@pytest.mark.parametrize("who", ["as_salma", "as_karim", "auditor", "as_teller"])
def test_who_may_reverse(desk: Desk, paid: UUID, who: str, from_bank: bool) -> None:
    caller = desk.bank.caller(uuid4(), "AUDITOR") if who == "auditor" else getattr(desk, who)
    if who == "as_teller" and not from_bank:
        assert desk.reverse(paid, caller=caller)["status"] == "COMPLETED"
        return
    with refused("IP004"):
        desk.reverse(paid, caller=caller, from_bank=from_bank)
    # And is told nothing about whether there is such a payment.
    with refused("IP004"):
        desk.reverse(uuid4(), caller=caller, from_bank=from_bank)
    assert desk.bank.balance(desk.karim.account_id) == 600


@pytest.mark.parametrize("side", ["salma", "karim"])
def test_nobody_takes_back_a_payment_of_their_own(desk: Desk, paid: UUID, side: str) -> None:
    own = desk.bank.caller(getattr(desk, side).user_id, "CUSTOMER", "TELLER")
    with refused("IP004"):
        desk.reverse(paid, caller=own)
    assert desk.ask("SELECT count(*) FROM reversals") == [(0,)]


def test_a_payment_between_own_accounts_goes_back_without_fee(desk: Desk) -> None:
    savings = desk.bank.add_account(desk.salma.user_id, name="Savings")
    moved = desk.transfer("600", payee=savings)["id"]
    assert desk.reverse(moved)["status"] == "COMPLETED"
    assert desk.bank.balance(desk.salma.account_id) == 1000
    assert desk.entries(savings)[1][2:6] == (-600, 0, "REVERSAL", "Everyday")
    assert desk.ask("SELECT fee_returned FROM reversals") == [(0,)]
    desk.check_books()


@pytest.mark.parametrize(
    "what", ["reversal", "failed", "pending", "cancelled", "opening", "batch fee"]
)
def test_only_a_completed_payment_is_reversible(desk: Desk, paid: UUID, what: str) -> None:
    if what == "reversal":
        original = desk.reverse(paid)["id"]
    elif what == "failed":
        original = desk.transfer("5000", confirmed=True)["id"]
    elif what == "opening":
        original = UUID(desk.ask("SELECT id FROM transactions WHERE kind = 'OPENING'")[0][0])
    elif what == "batch fee":
        original = new_uuid7()
        desk.as_salma(
            "transfer_many", original, desk.salma.account_id, [uuid4()], [desk.karim.account_id],
            [Decimal(1)], "EGP", [""], token=desk.as_salma.confirmed(original),
        )  # fmt: skip
    else:
        original = desk.hold("10")["id"]
        if what == "cancelled":
            desk.as_salma("cancel_held", original)
    with refused("IP214"):
        desk.reverse(original)
    desk.check_books()


def test_a_posted_hold_and_a_row_of_a_batch_are_reversible(desk: Desk) -> None:
    held = desk.hold("100")["id"]
    desk.as_salma("post_held", held)
    batch, row = new_uuid7(), new_uuid7()
    desk.as_salma(
        "transfer_many", batch, desk.salma.account_id, [row], [desk.karim.account_id],
        [Decimal(50)], "EGP", ["pay"], token=desk.as_salma.confirmed(batch),
    )  # fmt: skip
    for original in (row, held):
        assert desk.reverse(original)["status"] == "COMPLETED"
    # The batch's fee was one payment for all its rows, and stays.
    assert desk.bank.balance(desk.salma.account_id) == Decimal("999.50")
    assert desk.bank.balance(desk.karim.account_id) == 0
    desk.check_books()


@pytest.mark.parametrize("original", [uuid4(), None])
def test_an_unknown_payment(desk: Desk, original: UUID | None) -> None:
    with refused("IP212"):
        desk.reverse(original)


@pytest.mark.parametrize(
    "reason", [None, "", "   ", "x" * 201, "two\nlines", "turned \u202e round"]
)
def test_a_reason_is_needed(desk: Desk, paid: UUID, reason: str | None) -> None:
    with refused("IP216"):
        desk.reverse(paid, reason=reason)
    assert desk.reverse(paid, reason="  " + "x" * 190)["status"] == "COMPLETED"
    assert desk.ask("SELECT length(reason) FROM reversals") == [(190,)]


def test_without_an_id_or_a_source_nothing_happens(desk: Desk, paid: UUID) -> None:
    with refused("IP208"):
        desk.as_teller("reverse", None, paid, REASON, False)
    # Not to say where from is to say: from the payee.
    assert desk.as_teller("reverse", uuid4(), paid, REASON, None)["status"] == "COMPLETED"
    assert desk.ask("SELECT from_bank FROM reversals") == [(False,)]


def test_a_freeze_is_no_obstacle(desk: Desk, paid: UUID) -> None:
    for each in (desk.salma, desk.karim):
        desk.as_teller("freeze", each.account_id, "ALL", "asked by a court", None)
    assert desk.reverse(paid)["status"] == "COMPLETED"
    desk.check_books()


def test_closed_accounts(desk: Desk, paid: UUID) -> None:
    _spend(desk, "599.40")
    desk.as_karim("close_account", desk.karim.account_id)
    assert desk.reverse(paid)["failure_code"] == "payee_lacks_funds"
    savings = desk.bank.add_account(desk.salma.user_id)
    desk.transfer("998.80", payee=savings)
    desk.as_salma("close_account", desk.salma.account_id)
    with refused("IP214"):
        desk.reverse(paid, caller=desk.as_supervisor, from_bank=True)
    desk.check_books()


def test_nothing_comes_from_a_bank_account_that_there_is_not(desk: Desk) -> None:
    """A currency whose account of the bank's somebody has taken away."""
    desk.ask(
        "INSERT INTO limits (kind, role, account_kind, currency)"
        " VALUES ('TRANSFER', 'CUSTOMER', 'CUSTOMER', 'GBP')"
    )
    desk.ask("DELETE FROM accounts WHERE kind = 'BANK' AND currency = 'GBP'")
    payer = desk.bank.add_account(desk.salma.user_id, currency="GBP", balance=100)
    payee = desk.bank.add_account(desk.karim.user_id, currency="GBP")
    made = desk.transfer("10", payer=payer, payee=payee, currency="GBP")
    assert (made["status"], made["fee"]) == ("COMPLETED", 0)
    with refused("IP214"):
        desk.reverse(made["id"], caller=desk.as_supervisor, from_bank=True)
    assert desk.reverse(made["id"])["status"] == "COMPLETED"
    desk.check_books()


def test_a_payer_who_has_become_too_rich(desk: Desk, paid: UUID) -> None:
    desk.set_account(desk.salma.account_id, balance=Decimal("9999999999999999.50"))
    with refused("IP214"):
        desk.reverse(paid)


def test_a_reversal_that_was_given_up_does_not_land(desk: Desk, paid: UUID) -> None:
    reversal_id = new_uuid7()
    assert desk.as_teller("settle", reversal_id)["failure_code"] == "abandoned"
    late = desk.reverse(paid, id=reversal_id)
    assert (late["status"], late["failure_code"]) == ("FAILED", "abandoned")
    assert desk.bank.balance(desk.karim.account_id) == 600
    assert desk.ask("SELECT 1 FROM reversals") == []
