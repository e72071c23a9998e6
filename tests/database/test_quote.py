"""api.quote says beforehand what api.transfer then does: fee, refusal, confirmation, what is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.provisioning.ledger_load import Movement, load_movements
from services.values.identifiers import new_uuid7
from tests.caller import refused
from tests.database.desk import PIASTRE, Desk, fee_of

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_ZERO = Decimal(0)
_LIMITS = {
    "EGP": (Decimal(70000), Decimal(120000), Decimal(400000), Decimal(5000)),
    "USD": (Decimal(1400), Decimal(2400), Decimal(8000), Decimal(100)),
}
#: Around where fees begin to rise and stop to, where a confirmation is asked for, and the limit.
_AMOUNTS = {
    "EGP": "0.01 1 499.99 500 505 4999.99 5000 20000 69999.99 70000 70000.01",
    "USD": "0.01 1 10 14.99 15 99.99 100 400 1399.99 1400 1400.01",
    "GBP": "0.01 100",
}
_FULL = Decimal("9999999999999999.00")


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank)


@dataclass(frozen=True)
class Case:
    """A payment between two accounts that stand like this. `None` for a freeze is none.

    Attributes:
        spare: what the payer has more than the payment takes.
        held: what is held of it beside, until later or, where `lapsed`, until a moment ago.
        spent: how much below the limit of the day and the month the payment ends.

    """

    currency: str
    amount: Decimal
    is_own: bool
    spare: Decimal
    held: Decimal
    lapsed: bool
    payer_frozen: str | None
    payee: str
    spent: tuple[str, Decimal] | None

    @property
    def fee(self) -> Decimal:
        return (
            _ZERO if self.is_own or self.currency == "GBP" else fee_of(self.amount, self.currency)
        )

    def expected(self) -> str | None:
        """Return the failure code by the rules as people are told them."""
        limits = None if self.is_own else _LIMITS.get(self.currency)
        ended = "" if self.spent is None or self.spent[1] >= 0 else self.spent[0]
        lapsed = self.held_total if self.lapsed else _ZERO
        full = self.payee == "full" and self.amount > Decimal("0.99")
        rules = [
            (self.payer_frozen in ("DEBITS", "ALL"), "account_frozen"),
            (self.currency == "GBP", "currency_not_offered"),
            (limits is not None and self.amount > limits[0], "over_payment_limit"),
            (limits is not None and ended != "", f"over_{ended}_limit"),
            (self.spare + lapsed < 0, "insufficient_funds"),
            (full or self.payee in ("closed", "CREDITS", "ALL"), "payee_cannot_receive"),
        ]
        return next((code for is_broken, code in rules if is_broken), None)

    @property
    def held_total(self) -> Decimal:
        return self.held + fee_of(self.held, self.currency) if self.held else _ZERO


@st.composite
def cases(draw: st.DrawFn) -> Case:
    currency = draw(st.sampled_from(["EGP"] * 4 + ["USD"] * 2 + ["GBP"]))
    near = st.sampled_from([Decimal(each) for each in _AMOUNTS[currency].split()])
    anywhere = st.decimals("0.01", "1500", places=2)
    rarely = st.integers(0, 5).map(lambda n: n == 0)
    return Case(
        currency=currency,
        amount=draw(near | anywhere),
        is_own=draw(rarely),
        spare=draw(st.sampled_from([_ZERO, _ZERO, PIASTRE, -PIASTRE, Decimal(500)])),
        held=draw(st.sampled_from([_ZERO, Decimal(10), Decimal(90)])) * (currency != "GBP"),
        lapsed=draw(st.booleans()),
        payer_frozen=draw(st.sampled_from([None] * 6 + ["DEBITS", "CREDITS", "ALL", "over"])),
        payee=draw(
            st.sampled_from(["open"] * 6 + ["closed", "full", "DEBITS", "CREDITS", "ALL", "over"])
        ),
        spent=draw(
            st.sampled_from(
                [None, None]
                + [(kind, left) for kind in ("day", "month") for left in (_ZERO, PIASTRE, -PIASTRE)]
            )
        ),
    )


class Stage:
    """Puts accounts into a case's state."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def accounts(self, case: Case) -> tuple[UUID, UUID]:
        desk, salma = self.desk, self.desk.salma.user_id
        payee = self._payee(case)
        balance = case.amount + case.fee + case.spare + case.held_total
        payer = desk.bank.add_account(
            salma, balance=max(balance, case.held_total), currency=case.currency
        )
        if case.held:
            held = desk.hold(
                case.held, payer=payer, payee=self._other(case.currency), currency=case.currency
            )
            assert held["status"] == "PENDING"
            if case.lapsed:
                desk.lapse(held["id"])
        self._count(case, payer)
        self._freeze(payer, case.payer_frozen)
        return payer, payee

    def _payee(self, case: Case) -> UUID:
        owner = self.desk.salma if case.is_own else self.desk.karim
        if case.payee == "full":
            return self._full(owner.user_id, case.currency)
        payee = self.desk.bank.add_account(owner.user_id, currency=case.currency)
        if case.payee == "closed":
            self.desk.set_account(payee, closed_at=self.desk.now())
        elif case.payee != "open":
            self._freeze(payee, case.payee)
        return payee

    def _other(self, currency: str) -> UUID:
        return self.desk.bank.add_account(self.desk.karim.user_id, currency=currency)

    def _full(self, user_id: UUID, currency: str) -> UUID:
        account, source = self.desk.bank.add_account(user_id, currency=currency), uuid4()
        self.desk.ask(
            "INSERT INTO accounts (id, currency, kind) VALUES (%s, %s, 'VARIANCE')",
            source,
            currency,
        )
        with self.desk.bank.as_owner("payment") as cursor:
            now = datetime.now(UTC).replace(tzinfo=None)
            load_movements(cursor, [Movement(now, source, account, _FULL)])
        return account

    def _freeze(self, account: UUID, what: str | None) -> None:
        if what is not None:
            self.desk.set_account(
                account,
                frozen="ALL" if what == "over" else what,
                frozen_reason="asked by a court",
                frozen_until=self.desk.now("-1 s") if what == "over" else None,
            )

    def _count(self, case: Case, payer: UUID) -> None:
        if case.spent is None or case.currency == "GBP":
            return
        kind, left = case.spent
        limit = _LIMITS[case.currency][1 if kind == "day" else 2]
        spent = max(_ZERO, limit - case.amount - left)
        # What a hold past its time once counted is given back.
        lapsed = case.held if case.lapsed else _ZERO
        self.desk.ask(
            "UPDATE accounts SET spent_on = private.today(private.utc_now()), spent_day = %s,"
            " spent_month = %s WHERE id = %s",
            lapsed + (spent if kind == "day" else _ZERO),
            lapsed + spent,
            payer,
        )


def _after(desk: Desk, case: Case, payer: UUID, sides: dict[str, Any]) -> dict[str, Any]:
    """Pay as was quoted, confirmed where that is asked for."""
    payment_id = new_uuid7()
    limits = _LIMITS.get(case.currency)
    if case.expected() is None and not case.is_own and limits and case.amount >= limits[3]:
        with refused("IP210"):
            desk.transfer(case.amount, id=payment_id, **sides)
        assert desk.ask("SELECT 1 FROM transactions WHERE id = %s", payment_id) == []
        return desk.transfer(case.amount, id=payment_id, confirmed=True, **sides)
    return desk.transfer(case.amount, id=payment_id, **sides)


def test_what_is_quoted_is_what_happens(desk: Desk) -> None:
    stage = Stage(desk)

    @settings(
        max_examples=60,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(cases())
    def check(case: Case) -> None:
        payer, payee = stage.accounts(case)
        sides = {"payer": payer, "payee": payee, "currency": case.currency}
        before = desk.quote(case.amount, **sides)
        outcome = _after(desk, case, payer, sides)

        assert before["failure_code"] == outcome["failure_code"] == case.expected()
        assert before["fee"] == case.fee
        assert outcome["fee"] == (0 if outcome["failure_code"] else case.fee)
        assert before["total"] == case.amount + case.fee
        balance, held = desk.account(payer, "balance, held")
        if outcome["failure_code"] is None:
            assert outcome["status"] == "COMPLETED"
            assert outcome["balance_after"] == balance
            assert before["available"] - before["total"] == balance - held
            after = desk.quote(PIASTRE, **sides)
            for left in ("day_left", "month_left"):
                if case.is_own:
                    assert before[left] is after[left] is None
                else:
                    assert after[left] == before[left] - case.amount
            assert not after["is_first_payment"]
            assert before["is_first_payment"] is not case.is_own
        else:
            assert (outcome["status"], outcome["balance_after"]) == ("FAILED", None)
            assert desk.account(payee, "balance")[0] in (0, _FULL)

    check()
    desk.check_books()


def test_a_payee_is_new_until_something_was_posted_to_that_account(desk: Desk) -> None:
    savings = desk.bank.add_account(desk.karim.user_id)
    assert desk.quote("10")["is_first_payment"] is True
    assert desk.transfer("2000")["failure_code"] == "insufficient_funds"
    held = desk.hold("10")
    assert desk.quote("10")["is_first_payment"] is True
    desk.as_salma("post_held", held["id"])
    assert desk.quote("10")["is_first_payment"] is False
    # It is the account that is known, by whichever of the person's accounts it was paid.
    assert desk.quote("10", payee=savings)["is_first_payment"] is True
    other = desk.bank.add_account(desk.salma.user_id)
    assert desk.quote("10", payer=other)["is_first_payment"] is False


def test_a_payee_of_a_batch_is_no_longer_new(desk: Desk) -> None:
    batch = new_uuid7()
    done = desk.as_salma(
        "transfer_many", batch, desk.salma.account_id, [uuid4(), uuid4()],
        [desk.karim.account_id] * 2, [Decimal(1), Decimal(2)], "EGP", ["", ""],
        token=desk.as_salma.confirmed(batch),
    )  # fmt: skip
    assert (done["status"], desk.quote("10")["is_first_payment"]) == ("COMPLETED", False)


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"amount": Decimal("NaN")}, "IP201"),
        ({"amount": Decimal("0.001")}, "IP201"),
        ({"payer": UUID(int=1)}, "IP203"),
        ({"payer": None}, "IP203"),
        ({"payee": UUID(int=1)}, "IP202"),
        ({"payee": None}, "IP202"),
        ({"currency": "USD"}, "IP205"),
    ],
)
def test_a_quote_raises_what_the_payment_would(
    desk: Desk, changes: dict[str, Any], state: str
) -> None:
    call = {"amount": "10"} | changes
    with refused(state):
        desk.quote(**call)
    with refused(state):
        desk.transfer(**call)


def test_nobody_gets_a_quote_for_the_account_of_somebody_else(desk: Desk) -> None:
    with refused("IP203"):
        desk.quote("1", caller=desk.as_karim, payee=desk.salma.account_id)
    with refused("IP204"):
        desk.quote("1", payee=desk.salma.account_id)
