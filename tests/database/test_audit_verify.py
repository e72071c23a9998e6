"""An auditor's check of the seals: what was changed, cut off or made anew in either log is named."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from services.values.audit import AuditLog, SealCheck
from tests.bank import PASSWORD

if TYPE_CHECKING:
    from app.worker import Worker
    from services.bank import Services
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def services(bank: Bank) -> Services:
    bank.add_staff("Aya Auditor", "aya@demo.eg", "AUDITOR")
    opened = bank.services("audit")
    opened.identity.sign_in(email="aya@demo.eg", password=PASSWORD)
    return opened


@pytest.fixture
def sealed(bank: Bank, services: Services) -> Bank:
    """Five seals of two records in each database, beside those of what came before."""
    del services
    for _ in range(5):
        for database in ("auth", "payment"):
            bank.ask(
                database,
                "INSERT INTO audit_logs (service, event, payload)"
                " SELECT 'test', 'test', jsonb_build_object('n', n) FROM generate_series(1, 2) AS n",
            )
            _seal(bank, database)
    return bank


def _seal(bank: Bank, database: str) -> None:
    waiting = (
        "SELECT count(*) FROM audit_logs AS l"
        " LEFT JOIN (SELECT * FROM audit_seals ORDER BY id DESC LIMIT 1) AS s ON true"
        " WHERE s.id IS NULL OR (l.xid >= s.below_xid AND l.id > s.after_id)"
    )
    deadline = time.monotonic() + 15
    while True:
        bank.ask(database, "SELECT private.seal_audit()")  # type: ignore[arg-type]
        if bank.ask(database, waiting) == [(0,)]:  # type: ignore[arg-type]
            return
        assert time.monotonic() < deadline, "records are not sealed"
        time.sleep(0.01)


def _verify(services: Services, log: AuditLog) -> SealCheck:
    (*before, last) = services.audit.verify(log=log)
    assert last.is_done
    assert not any(each.is_done for each in before)
    return last


@pytest.mark.parametrize("log", AuditLog)
def test_all_hold_where_nothing_was_changed(
    sealed: Bank, services: Services, worker: Worker, log: AuditLog
) -> None:
    worker.tick()
    check = _verify(services, log)
    assert check.broken is None
    ((seals, records),) = sealed.ask(log.value, "SELECT count(*), sum(row_count) FROM audit_seals")
    assert (check.seals, check.records) == (seals, records)
    assert seals >= 5
    assert check.share == 1.0
    assert check.through is not None


@pytest.mark.parametrize("log", AuditLog)
def test_a_changed_record_is_found_with_its_times(
    sealed: Bank, services: Services, log: AuditLog
) -> None:
    ((seal, first, last),) = sealed.ask(
        log.value,
        "SELECT s.id, min(l.created_at), max(l.created_at) FROM audit_seals AS s"
        " JOIN audit_logs AS l ON l.xid >= s.from_xid AND l.xid < s.below_xid AND l.event = 'test'"
        " GROUP BY s.id ORDER BY s.id DESC OFFSET 2 LIMIT 1",
    )
    sealed.ask(
        log.value,
        "UPDATE audit_logs SET payload = '{\"n\": 7}' WHERE id = (SELECT max(l.id) FROM audit_logs AS l,"
        " audit_seals AS s WHERE s.id = %s AND l.xid >= s.from_xid AND l.xid < s.below_xid)",
        seal,
    )
    broken = _verify(services, log).broken
    assert broken is not None
    assert (broken.seal_id, broken.is_replaced) == (seal, False)
    assert broken.first_at is not None
    assert broken.last_at is not None
    assert broken.first_at.replace(tzinfo=None) <= first
    assert broken.last_at.replace(tzinfo=None) >= last
    # The other log is as it was.
    (other,) = set(AuditLog) - {log}
    assert _verify(services, other).broken is None


def test_what_was_cut_off_or_made_anew_is_missed_by_the_other_database(
    sealed: Bank, services: Services, worker: Worker
) -> None:
    worker.tick()
    ((kept,),) = sealed.ask(
        "auth", "SELECT max(seal_id) FROM audit_heads WHERE database = 'payment'"
    )
    cut = (
        "DELETE FROM audit_logs WHERE xid >= (SELECT from_xid FROM audit_seals WHERE id = {0});"
        "DELETE FROM audit_seals WHERE id >= {0}"
    )
    sealed.ask("payment", cut.format(kept - 1))
    broken = _verify(services, AuditLog.PAYMENTS).broken
    assert broken is not None
    assert (broken.seal_id, broken.is_replaced) == (kept, True)
    # Made anew under the same number, so that it fits its records.
    sealed.ask("payment", "SELECT setval('audit_seals_id_seq', %s, false)", kept)
    sealed.ask("payment", "INSERT INTO audit_logs (service, event) VALUES ('test', 'forged')")
    _seal(sealed, "payment")
    assert sealed.ask("payment", "SELECT private.broken_seal()") == [(None,)]
    broken = _verify(services, AuditLog.PAYMENTS).broken
    assert broken is not None
    assert (broken.seal_id, broken.is_replaced) == (kept, True)


def test_it_agrees_with_the_operators_check_on_any_seal(sealed: Bank, services: Services) -> None:
    seals = [row[0] for row in sealed.ask("payment", "SELECT id FROM audit_seals ORDER BY id")]
    for seal in reversed(seals):
        sealed.ask(
            "payment", "UPDATE audit_seals SET row_count = row_count + 1 WHERE id = %s", seal
        )
        ((wanted,),) = sealed.ask("payment", "SELECT private.broken_seal()")
        broken = _verify(services, AuditLog.PAYMENTS).broken
        assert broken is not None
        assert broken.seal_id == wanted == seal


def test_it_goes_on_in_short_calls(sealed: Bank, services: Services) -> None:
    for _ in range(3):
        sealed.ask("payment", "INSERT INTO audit_logs (service, event) VALUES ('test', 'test')")
        _seal(sealed, "payment")
    seals = [row[0] for row in sealed.ask("payment", "SELECT id FROM audit_seals ORDER BY id")]
    found: list[int] = []
    after = 0
    while rows := services.audit._rows(AuditLog.PAYMENTS, "verify_seals", after, 2):
        assert len(rows) <= 2
        assert all(row["fits"] and row["newest_id"] == seals[-1] for row in rows)
        found += [row["seal_id"] for row in rows]
        after = found[-1]
    assert found == seals
