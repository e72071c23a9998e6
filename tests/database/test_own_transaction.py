"""Whatever writes in Payment is a transaction of its own, and says so before it looks at anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.caller import refused
from tests.database.desk import Desk

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

#: What must be among them, so that a changed catalogue cannot leave the list empty.
_MONEY = {
    "transfer", "hold", "post_held", "cancel_held", "settle", "reverse", "freeze", "release",
    "close_account", "allow_batches", "transfer_many", "settle_batch",
}  # fmt: skip


def _writing(desk: Desk) -> list[tuple[str, int]]:
    """Return name and number of arguments of every function of the api that may write."""
    found = desk.ask(
        "SELECT proname, pronargs FROM pg_proc"
        " WHERE pronamespace = 'api'::regnamespace AND provolatile = 'v' ORDER BY proname"
    )
    assert {name for name, _ in found} >= _MONEY
    return [(name, count) for name, count in found]


@pytest.mark.parametrize(
    "begin",
    [
        "BEGIN; SELECT pg_current_xact_id()",
        "BEGIN ISOLATION LEVEL REPEATABLE READ",
        "BEGIN ISOLATION LEVEL SERIALIZABLE",
    ],
)
def test_nothing_that_writes_joins_a_transaction(bank: Bank, begin: str) -> None:
    desk = Desk(bank)
    with bank.as_desktop("payment") as desktop:
        cursor = desktop.cursor()
        for name, count in _writing(desk):
            cursor.execute(begin)
            with refused("IP005"):
                cursor.execute(f"SELECT * FROM api.{name}({', '.join(['NULL'] * count)})")
            cursor.execute("ROLLBACK")


def test_a_call_that_is_rolled_back_has_not_happened(bank: Bank) -> None:
    """Nor can a second call see within the same transaction what the first one did."""
    desk = Desk(bank)
    arguments = (
        desk.as_salma.token,
        "01a20497-e43e-77dc-84c6-13c8fbd74f57",
        str(desk.salma.account_id),
        str(desk.karim.account_id),
    )
    with bank.as_desktop("payment") as desktop:
        cursor = desktop.cursor()
        cursor.execute("BEGIN")
        cursor.execute("SELECT status FROM api.transfer(%s, %s, %s, %s, 10, 'EGP', '')", arguments)
        assert cursor.fetchall() == [("COMPLETED",)]
        with refused("IP005"):
            cursor.execute("SELECT * FROM api.settle(%s, %s)", arguments[:2])
        cursor.execute("ROLLBACK")
    assert bank.balance(desk.salma.account_id) == 1000
    assert desk.ask("SELECT 1 FROM audit_logs WHERE event = 'transfer'") == []
    desk.check_books()
