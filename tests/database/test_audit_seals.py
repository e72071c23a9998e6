"""The log's seals: whatever is changed behind them is found, and the first broken one named."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from app.provisioning.checks import OK, examine
from tests.faults.observing import until

if TYPE_CHECKING:
    from app.worker import Worker
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_BROKEN = "SELECT private.broken_seal()"
_WAITING = """
    SELECT count(*) FROM audit_logs AS l
    LEFT JOIN (SELECT * FROM audit_seals ORDER BY id DESC LIMIT 1) AS s ON true
    WHERE s.id IS NULL OR (l.xid >= s.below_xid AND l.id > s.after_id)
"""


def _log(bank: Bank, count: int = 1) -> None:
    bank.ask(
        "payment",
        "INSERT INTO audit_logs (service, event, payload)"
        " SELECT 'payment', 'test', jsonb_build_object('n', n) FROM generate_series(1, %s) AS n",
        count,
    )


def _seal(bank: Bank) -> None:
    """Seal all there is; other transactions of the cluster may keep it waiting for a moment."""
    deadline = time.monotonic() + 15
    while bank.ask("payment", "SELECT private.seal_audit()") and bank.ask("payment", _WAITING) != [
        (0,)
    ]:
        assert time.monotonic() < deadline, "rows are not sealed"
        time.sleep(0.01)


def _wait_for_older_ones(bank: Bank) -> None:
    """Wait until no transaction of the cluster is under way that is older than what is in the log."""
    question = "SELECT pg_snapshot_xmin(pg_current_snapshot()) > (SELECT max(xid) FROM audit_logs)"
    assert until(lambda: bank.ask("payment", question) == [(True,)], patience_s=15)


def _doctor(bank: Bank) -> str:
    return examine(bank.auth_owner_url, bank.payment_owner_url)["audit_sealed"]


@pytest.fixture
def sealed(bank: Bank) -> Bank:
    """Return a bank with five seals of three rows in Payment."""
    for _ in range(5):
        _log(bank, 2)
        _log(bank)
        _seal(bank)
    assert bank.ask("payment", "SELECT id, row_count FROM audit_seals ORDER BY id") == [
        (number, 3) for number in range(1, 6)
    ]
    assert bank.ask("payment", _BROKEN) == [(None,)]
    assert _doctor(bank) == OK
    return bank


_OF_THIRD = (
    "(SELECT min(id) FROM audit_logs WHERE xid >= (SELECT from_xid FROM audit_seals WHERE id = 3))"
)


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        (f"UPDATE audit_logs SET payload = '{{}}' WHERE id = {_OF_THIRD}", 3),
        (
            f"UPDATE audit_logs SET created_at = created_at - interval '1 s' WHERE id = {_OF_THIRD}",
            3,
        ),
        (f"UPDATE audit_logs SET actor = gen_random_uuid() WHERE id = {_OF_THIRD}", 3),
        (f"DELETE FROM audit_logs WHERE id = {_OF_THIRD}", 3),
        (f"UPDATE audit_logs SET id = 1000000 WHERE id = {_OF_THIRD}", 3),
        (
            (
                "INSERT INTO audit_logs (service, event, xid)"
                f" SELECT 'payment', 'forged', xid FROM audit_logs WHERE id = {_OF_THIRD}"
            ),
            3,
        ),
        ("UPDATE audit_seals SET hash = sha256('x') WHERE id = 3", 3),
        ("UPDATE audit_seals SET row_count = 4 WHERE id = 3", 3),
        ("UPDATE audit_seals SET last_id = last_id + 1 WHERE id = 3", 3),
        ("UPDATE audit_seals SET era = 2 WHERE id = 3", 3),
        ("UPDATE audit_seals SET after_id = 1 WHERE id = 3", 3),
        ("DELETE FROM audit_seals WHERE id = 3", 4),
        ("DELETE FROM audit_seals WHERE id = 1", 2),
        (
            (
                "DELETE FROM audit_logs WHERE xid >= (SELECT from_xid FROM audit_seals WHERE id = 2)"
                " AND xid < (SELECT below_xid FROM audit_seals WHERE id = 2);"
                "DELETE FROM audit_seals WHERE id = 2"
            ),
            3,
        ),
    ],
)
def test_the_first_broken_seal_is_named(sealed: Bank, change: str, broken: int) -> None:
    sealed.ask("payment", change)
    # Damage further on does not hide it.
    sealed.ask("payment", "UPDATE audit_seals SET hash = '' WHERE id = 5")
    assert sealed.ask("payment", _BROKEN) == [(broken,)]
    assert _doctor(sealed) == f"seal {broken} does not fit its rows"


def test_rows_put_in_behind_the_first_seal_are_found(sealed: Bank) -> None:
    sealed.ask(
        "payment", "INSERT INTO audit_logs (service, event, xid) VALUES ('payment', 'forged', '3')"
    )
    assert sealed.ask("payment", _BROKEN) == [(1,)]


def test_rows_that_no_seal_will_ever_take_are_found(sealed: Bank) -> None:
    sealed.ask(
        "payment", "INSERT INTO audit_logs (service, event, xid) VALUES ('payment', 'forged', NULL)"
    )
    assert sealed.ask("payment", _BROKEN) == [(None,)]
    assert _doctor(sealed) == "1 rows are in no seal and never will be"


def test_seals_that_were_cut_off_are_missed_by_the_other_database(
    sealed: Bank, worker: Worker
) -> None:
    worker.tick()
    assert sealed.ask("auth", "SELECT database, seal_id, era FROM audit_heads") == [
        ("payment", 5, 1)
    ]
    sealed.ask(
        "payment",
        "DELETE FROM audit_logs WHERE xid >= (SELECT from_xid FROM audit_seals WHERE id = 4);"
        "DELETE FROM audit_seals WHERE id >= 4",
    )
    assert sealed.ask("payment", _BROKEN) == [(None,)], "the rest is whole"
    assert _doctor(sealed) == "payment: seal 5 is not the one that the other database has kept"


def test_a_log_that_was_sealed_anew_is_found_and_no_head_is_overwritten(
    sealed: Bank, worker: Worker
) -> None:
    worker.tick()
    kept = sealed.ask("auth", "SELECT seal_id, hash FROM audit_heads")
    sealed.ask(
        "payment",
        "UPDATE audit_logs SET event = 'nothing' WHERE id = 2;"
        "TRUNCATE audit_seals RESTART IDENTITY",
    )
    _seal(sealed)
    for _ in range(4):
        _log(sealed)
        _seal(sealed)
    assert sealed.ask("payment", "SELECT max(id) FROM audit_seals") == [(5,)]
    assert sealed.ask("payment", _BROKEN) == [(None,)]
    worker._due.clear()
    worker.tick()
    assert [
        (number, bytes(found)) for number, found in
        sealed.ask("auth", "SELECT seal_id, hash FROM audit_heads")
    ] == [(number, bytes(found)) for number, found in kept]  # fmt: skip
    assert _doctor(sealed) == "payment: seal 5 is not the one that the other database has kept"


def test_both_databases_keep_each_others_head(sealed: Bank, worker: Worker) -> None:
    salma = sealed.add_customer()
    sealed.services().identity.sign_in(email=salma.email, password=salma.password)
    deadline = time.monotonic() + 15
    while sealed.ask("payment", "SELECT 1 FROM audit_heads WHERE database = 'auth'") == []:
        assert time.monotonic() < deadline, "the head is not kept"
        worker._due.clear()
        worker.tick()
    assert _doctor(sealed) == OK
    sealed.ask("auth", "UPDATE audit_logs SET event = 'nothing'")
    sealed.ask("auth", "TRUNCATE audit_seals RESTART IDENTITY")
    sealed.ask("auth", "SELECT private.seal_audit()")
    assert "auth: seal 1 is not the one" in _doctor(sealed)


def test_a_backlog_is_sealed_in_pieces_and_a_transaction_stays_whole(bank: Bank) -> None:
    _log(bank, 9_999)
    _log(bank, 12_000)
    _log(bank, 3)
    for _ in range(20):
        _log(bank)
    _wait_for_older_ones(bank)
    _seal(bank)
    assert bank.ask("payment", "SELECT row_count FROM audit_seals ORDER BY id") == [
        (21_999,),
        (23,),
    ]
    _log(bank, 15_000)
    _log(bank, 15_000)
    _log(bank, 15_000)
    _log(bank, 15_000)
    _log(bank, 15_000)
    _wait_for_older_ones(bank)
    assert bank.ask("payment", "SELECT private.seal_audit()") == [(60_000,)]
    _seal(bank)
    assert bank.ask("payment", _BROKEN) == [(None,)]


def test_verifying_uses_the_numbers_index_and_several_processes(bank: Bank) -> None:
    """Reading everything behind `after_id` for each seal would take the square of the time."""
    for _ in range(60):
        _log(bank, 300)
        _seal(bank)
    bank.ask("payment", "ANALYZE audit_logs, audit_seals")
    ((first, below),) = bank.ask(
        "payment", "SELECT from_xid::text, below_xid::text FROM audit_seals WHERE id = 30"
    )
    lines = bank.ask(
        "payment",
        "EXPLAIN SELECT * FROM private.audit_hash('', 0, 9223372036854775807, %s, %s)",
        first,
        below,
    )
    plan = "\n".join(line for (line,) in lines)
    assert "Index Scan using audit_logs_xid_idx" in plan, plan
    parallel = bank.ask(
        "payment",
        "SELECT bool_and(proparallel = 's') FROM pg_proc WHERE pronamespace = 'private'::regnamespace"
        " AND proname IN ('audit_line', 'audit_hash', 'seal_fits')",
    )
    assert parallel == [(True,)]


def _from_another_cluster(bank: Bank) -> None:
    """As a restore leaves a log: numbers that this cluster has not reached, a row in the midst unsealed."""
    bank.ask(
        "payment",
        "INSERT INTO audit_logs (service, event, xid)"
        " SELECT 'payment', 'before', (9000000000 + n)::text::xid8 FROM generate_series(1, 6) AS n;"
        "UPDATE audit_logs SET xid = '9000000500' WHERE id = 3;"
        "INSERT INTO audit_seals (era, after_id, from_xid, below_xid, row_count, last_id, hash)"
        " SELECT 1, 0, '0', '9000000100', h.row_count, h.last_id, h.hash"
        " FROM private.audit_hash('', 0, 9223372036854775807, '0', '9000000100') AS h",
    )
    assert bank.ask("payment", "SELECT row_count, last_id FROM audit_seals") == [(5, 6)]


def test_a_restore_to_a_younger_cluster_begins_an_era_and_loses_no_row(bank: Bank) -> None:
    _from_another_cluster(bank)
    _log(bank, 2)
    _seal(bank)
    _log(bank)
    _seal(bank)
    assert bank.ask("payment", "SELECT era FROM audit_seals GROUP BY era ORDER BY era") == [
        (1,),
        (2,),
    ]
    assert bank.ask("payment", "SELECT sum(row_count) FROM audit_seals") == [(9,)]
    assert bank.ask("payment", _BROKEN) == [(None,)]
    assert _doctor(bank) == OK
    # The row that was not sealed then is now, under a number of this cluster.
    assert bank.ask("payment", "SELECT count(*) FROM audit_logs WHERE xid > '9000000099'") == [(0,)]
    bank.ask("payment", "UPDATE audit_logs SET event = 'x' WHERE id = 2")
    assert bank.ask("payment", _BROKEN) == [(1,)]


def test_a_restore_to_an_older_cluster_is_known_by_its_identifier(sealed: Bank) -> None:
    sealed.ask("payment", "UPDATE private.worker_runs SET state = 'other' WHERE job = 'seal_audit'")
    _log(sealed)
    _seal(sealed)
    assert sealed.ask("payment", "SELECT max(era), sum(row_count) FROM audit_seals") == [(2, 16)]
    _log(sealed)
    _seal(sealed)
    assert sealed.ask("payment", "SELECT max(era), sum(row_count) FROM audit_seals") == [(2, 17)]
    assert sealed.ask("payment", _BROKEN) == [(None,)]
    sealed.ask("payment", "DELETE FROM audit_seals WHERE id = 6")
    assert sealed.ask("payment", _BROKEN) == [(7,)]


def test_a_new_era_begins_even_before_anything_is_final(sealed: Bank) -> None:
    sealed.ask("payment", "UPDATE private.worker_runs SET state = 'other' WHERE job = 'seal_audit'")
    assert sealed.ask("payment", "SELECT private.seal_audit()") == [(0,)]
    assert sealed.ask("payment", "SELECT era, row_count FROM audit_seals WHERE id = 6") == [(2, 0)]
    _log(sealed)
    _seal(sealed)
    assert sealed.ask("payment", _BROKEN) == [(None,)]
    assert _doctor(sealed) == OK


def test_the_doctor_names_who_keeps_rows_from_being_sealed(sealed: Bank) -> None:
    with sealed.as_desktop("payment") as desktop:
        desktop.autocommit = False
        desktop.cursor().execute("SELECT pg_current_xact_id()")
        _log(sealed)
        sealed.ask(
            "payment",
            "UPDATE audit_logs SET created_at = created_at - interval '1 minute' WHERE id = 16",
        )
        assert sealed.ask("payment", "SELECT private.seal_audit()") == [(0,)]
        pid = desktop.info.backend_pid
        assert _doctor(sealed) == f"1 rows not sealed, held back by backend {pid} (station_1)"
        desktop.rollback()
    _seal(sealed)
    assert _doctor(sealed) == OK


def test_a_rows_text_is_the_json_that_seals_were_first_made_of(bank: Bank) -> None:
    """And stays so whatever the session has set, or seals would break by themselves."""
    bank.ask(
        "payment",
        "INSERT INTO audit_logs (service, event, payload, created_at, actor, session_id, database_role,"
        " xid) VALUES"
        " ('a\"b\\c', E'tab\\tline\\nbell\\u0007', NULL, '2026-01-02 03:04:05.06', NULL, NULL, NULL, NULL),"
        " ('', 'مرحبا 😀', '{\"a\": 1.50, \"b\": [null, \"\\u2028\"], \"c\": {}}', 'infinity',"
        "  gen_random_uuid(), gen_random_uuid(), 'a \"role\"', '7'),"
        " ('x', 'y', 'null', '0044-03-15 12:00 BC', gen_random_uuid(), NULL, '', '18446744073709551615')",
    )
    with bank.as_owner("payment") as cursor:
        texts = []
        for settings in (
            "SET LOCAL DateStyle = 'ISO, DMY'; SET LOCAL TimeZone = 'UTC'",
            (
                "SET LOCAL DateStyle = 'German'; SET LOCAL TimeZone = 'Africa/Cairo';"
                " SET LOCAL IntervalStyle = 'iso_8601'; SET LOCAL bytea_output = 'escape'"
            ),
        ):
            cursor.execute(settings)
            cursor.execute(
                "SELECT private.audit_line(l), jsonb_build_array(l.id, l.service, l.event, l.payload,"
                " l.created_at, l.actor, l.session_id, l.database_role, l.xid::text)::text"
                " FROM audit_logs AS l ORDER BY l.id"
            )
            texts.append(cursor.fetchall())
    assert texts[0] == texts[1]
    assert len(texts[0]) == 3
    for line, json in texts[0]:
        assert line == json
