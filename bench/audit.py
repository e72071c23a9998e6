"""How long verifying 1,000,000 rows of the log takes, in seals as a busy bank's worker makes them."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, Any

import psycopg2

from app.provisioning.administration import OWNER
from bench.reporting import WANTED, Figure, rounded
from bench.server import bench_server

if TYPE_CHECKING:
    from bench.server import BenchServer

SEALS = 1_000
ROWS_A_SEAL = 1_000
ROUNDS = 5

#: Rows such as payments leave.
_ROWS = """
    INSERT INTO public.audit_logs (service, event, payload, actor, session_id)
    SELECT 'payment', 'transfer',
        jsonb_build_object('transaction_id', gen_random_uuid(),
            'from_account_id', gen_random_uuid(), 'to_account_id', gen_random_uuid(),
            'amount', round((random() * 5000)::numeric, 2), 'currency', 'EGP', 'fee', 0.50,
            'failure_code', NULL),
        gen_random_uuid(), gen_random_uuid()
    FROM generate_series(1, %s)
"""


def verify_audit_1m() -> dict[str, Figure]:
    """Verify a log of 1,000,000 rows."""
    with bench_server(has_worker=False) as server:
        connection = psycopg2.connect(server.payment_owner_url)
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(f"SET ROLE {OWNER}")
            _fill(cursor)
        connection.close()
        server.vacuum()
        runs = [_verified(server, None) for _ in range(ROUNDS)]
        _find_tampering(server)
    limit_s = WANTED["verify_audit_1m"].must
    return {
        "verify_audit_1m": Figure(
            value=rounded(statistics.median(runs)),
            unit="s",
            peer=f"none; at most {limit_s:g} s",
            ratio=None,
            runs=[[rounded(each) for each in runs], []],
        )
    }


def _fill(cursor: Any) -> None:  # noqa: ANN401 (psycopg2 has no public cursor type)
    """Write the rows, each thousand in a transaction of its own and sealed behind it."""
    sealed = 0
    for _ in range(SEALS):
        cursor.execute(_ROWS, (ROWS_A_SEAL,))
        cursor.execute("SELECT private.seal_audit()")
        sealed += cursor.fetchone()[0]
    deadline = time.monotonic() + 30
    while sealed < SEALS * ROWS_A_SEAL:
        # An autovacuum may have kept the newest rows from being final.
        assert time.monotonic() < deadline, f"only {sealed} rows are sealed"
        cursor.execute("SELECT private.seal_audit()")
        sealed += cursor.fetchone()[0]


def _verified(server: BenchServer, expected: int | None) -> float:
    """Verify the whole log, assert what comes of it, return how long that took, s."""
    with server.as_owner("payment") as cursor:
        start = time.perf_counter()
        cursor.execute("SELECT private.broken_seal()")
        found = cursor.fetchone()[0]
        took_s = time.perf_counter() - start
    assert found == expected, f"broken seal {found}, expected {expected}"
    return took_s


def _find_tampering(server: BenchServer) -> None:
    """Change one row of the newest seal: a verification that sees it has read everything."""
    with server.as_owner("payment") as cursor:
        cursor.execute("SELECT max(id) FROM public.audit_seals")
        newest = cursor.fetchone()[0]
        cursor.execute(
            "UPDATE public.audit_logs SET payload = payload || '{\"amount\": 1}'"
            " WHERE id = (SELECT max(id) FROM public.audit_logs)"
        )
    _verified(server, newest)
