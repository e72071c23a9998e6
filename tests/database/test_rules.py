"""Who changes what payments obey: what cannot be set, and what the log tells of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg2
import pytest

from tests.database.desk import Desk

if TYPE_CHECKING:
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE private.settings SET value = 'Africa/Kairo' WHERE name = 'time_zone'",
        "UPDATE private.settings SET name = 'zone' WHERE name = 'time_zone'",
        "DELETE FROM private.settings WHERE name = 'time_zone'",
    ],
)
def test_a_time_zone_that_there_is_not_stops_no_payment(desk: Desk, change: str) -> None:
    with pytest.raises(psycopg2.errors.CheckViolation):
        desk.ask(change)
    assert desk.transfer("1")["status"] == "COMPLETED"
    desk.ask("UPDATE private.settings SET value = 'Asia/Tokyo' WHERE name = 'time_zone'")
    assert desk.transfer("1")["status"] == "COMPLETED"


def _logged(desk: Desk) -> list[tuple[Any, ...]]:
    return desk.ask(
        "SELECT payload ->> 'table', payload ->> 'operation', payload -> 'before', payload -> 'after',"
        " payload ->> 'login' = session_user, actor FROM audit_logs"
        " WHERE event = 'rule_changed' ORDER BY id"
    )


_OF_EGP = " WHERE kind = 'TRANSFER' AND currency = 'EGP'"
_OFFER = (
    "INSERT INTO limits (kind, role, account_kind, currency, per_day)"
    " VALUES ('OWN', 'CUSTOMER', 'CUSTOMER', 'GBP', 9)"
)
_ZONE = "UPDATE private.settings SET value = 'UTC' WHERE name = 'time_zone'"


@pytest.mark.parametrize(
    ("where", "change", "said"),
    [
        (("limits", "per_day"), "UPDATE limits SET per_day = 7" + _OF_EGP, (120000, 7)),
        (("tariffs", "rate"), "UPDATE tariffs SET rate = 0.5" + _OF_EGP, (0.001, 0.5)),
        (("tariffs", "rate"), "DELETE FROM tariffs" + _OF_EGP, (0.001, None)),
        (("limits", "per_day"), _OFFER, (None, 9)),
        (("fee_accounts", "stripe"), "DELETE FROM fee_accounts WHERE currency = 'EGP' AND stripe = 3",
         (3, None)),
        (("settings", "value"), _ZONE, ("Africa/Cairo", "UTC")),
    ],
)  # fmt: skip
def test_a_changed_rule_is_in_the_log(
    desk: Desk, where: tuple[str, str], change: str, said: tuple[object, object]
) -> None:
    table, column = where
    desk.ask("DELETE FROM audit_logs WHERE event = 'rule_changed'")
    start = desk.now()
    desk.ask(change)
    (row,) = [row for row in _logged(desk) if row[0] == table]
    assert row[1] == change.split(maxsplit=1)[0]
    assert (row[2] and row[2][column], row[3] and row[3][column]) == said
    assert row[4:] == (True, None)
    if row[1] == "UPDATE" and table != "settings":
        assert desk.ask(f"SELECT max(updated_at) > %s FROM {table}", start) == [(True,)]


def test_rules_that_are_all_gone_are_in_the_log(desk: Desk) -> None:
    desk.ask("TRUNCATE tariffs")
    assert _logged(desk)[-1][:4] == ("tariffs", "TRUNCATE", None, None)
