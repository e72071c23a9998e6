"""Reversals of several people at once: one wins, and no money is lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from services.values.identifiers import new_uuid7
from tests.database.desk import Desk, at_once

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


@pytest.mark.parametrize("from_bank", [False, True])
def test_of_two_reversals_at_once_one_wins(desk: Desk, from_bank: bool) -> None:
    other = desk.as_supervisor.twin()
    for _ in range(20):
        original = desk.transfer("20")["id"]
        answers = at_once(
            partial(desk.reverse, original),
            partial(desk.reverse, original, caller=other, from_bank=from_bank),
        )
        won = [each for each in answers if isinstance(each, dict)]
        lost = [each for each in answers if not isinstance(each, dict)]
        assert [each["status"] for each in won] == ["COMPLETED"]
        assert [each.pgcode for each in lost] == ["IP215"]
        assert desk.bank.balance(desk.salma.account_id) == 1000
    desk.check_books()


def test_the_same_reversal_at_once_is_made_once(desk: Desk, paid: UUID) -> None:
    twin, reversal_id = desk.as_teller.twin(), new_uuid7()
    first, second = at_once(
        lambda: desk.reverse(paid, id=reversal_id),
        lambda: desk.reverse(paid, id=reversal_id, caller=twin),
    )
    assert first == second
    assert desk.bank.balance(desk.salma.account_id) == 1000


def test_reversals_and_payments_at_once_neither_deadlock_nor_lose_money(desk: Desk) -> None:
    originals = [desk.transfer("20")["id"] for _ in range(20)]
    sides = {"payer": desk.karim.account_id, "payee": desk.salma.account_id}
    for original in originals:
        answers = at_once(
            partial(desk.reverse, original),
            lambda: desk.transfer("3"),
            lambda: desk.transfer("15", caller=desk.as_karim, **sides),
        )
        assert {each["status"] for each in answers} <= {"COMPLETED", "FAILED"}
    desk.check_books()
