"""Notices as the window lists them: newest first, and how many of the newest thousand are unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.database.desk import Desk

if TYPE_CHECKING:
    from services.notifications import NotificationService
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_WRITE = """
    INSERT INTO notifications (user_id, type, message, is_read, created_at, event)
    SELECT %s::uuid, 'IN_APP', n::text, n > 600, timestamp '2026-01-01' + n * interval '1 s', 'payment_received'
    FROM generate_series(1, %s) AS n
"""


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank)


@pytest.fixture
def notices(desk: Desk) -> NotificationService:
    services = desk.bank.services()
    services.identity.sign_in(email=desk.salma.email, password=desk.salma.password)
    return services.notifications


def test_a_notice_is_unread_until_it_is_read(desk: Desk, notices: NotificationService) -> None:
    assert notices.list().unread == 0
    desk.transfer("5")
    desk.transfer("6")
    listed = notices.list()
    assert (len(listed.notifications), listed.unread) == (2, 2)
    notices.mark_read(ids=(listed.notifications[0].id,))
    assert notices.list().unread == 1


def test_unread_are_those_of_the_newest_thousand(desk: Desk, notices: NotificationService) -> None:
    desk.ask(_WRITE, str(desk.salma.user_id), 1200)
    listed = notices.list(limit=50)
    assert [each.message for each in listed.notifications[:2]] == ["1200", "1199"]
    assert (len(listed.notifications), listed.unread) == (50, 400)


def test_a_hundred_thousand_notices_are_not_looked_through(desk: Desk) -> None:
    """The plan of the query that a window asks by: the newest by an index, whoever has how many."""
    desk.ask(_WRITE, str(desk.salma.user_id), 100_000)
    with desk.bank.as_owner("payment") as cursor:
        cursor.execute("ANALYZE notifications")
    plan = "\n".join(
        row[0]
        for row in desk.as_salma.read(
            "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF)"
            " SELECT count(*) FROM (SELECT is_read FROM notifications"
            " ORDER BY created_at DESC LIMIT 1000) AS newest WHERE NOT is_read"
        )
    )
    assert "notifications_user_id_created_at_idx" in plan
    assert "rows=100000" not in plan
    assert "Seq Scan" not in plan
