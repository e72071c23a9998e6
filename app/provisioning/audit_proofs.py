"""Whether the log is sealed as it was written, and the worker at work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.worker_jobs import JOBS

if TYPE_CHECKING:
    from models.heads import Database

OK = "ok"

#: Rows wait until the worker comes, each second.
_LATE_S = 10
#: Heads compared at a time.
_PAGE = 10_000

#: Rows of the log in no seal: those that have waited long for the next one, and those that none will ever
#: take, as they were put in behind a watermark or without a transaction.
_UNSEALED = """
    WITH newest AS (
        SELECT s.below_xid, s.after_id FROM public.audit_seals AS s ORDER BY s.id DESC LIMIT 1
    ), rows AS (
        SELECT l.created_at, l.xid >= coalesce(n.below_xid, '0') AND l.id > coalesce(n.after_id, 0)
            AS waits
        FROM public.audit_logs AS l LEFT JOIN newest AS n ON true
    )
    SELECT count(*) FILTER (WHERE waits AND created_at
            < (clock_timestamp() AT TIME ZONE 'UTC') - make_interval(secs => %s)),
        count(*) FILTER (WHERE waits IS NOT TRUE)
            - (SELECT coalesce(sum(s.row_count), 0) FROM public.audit_seals AS s)
    FROM rows
"""
#: The session whose old transaction keeps rows from being final.
_XMIN_HOLDER = """
    SELECT format('%s (%s)', a.pid, a.usename) FROM pg_stat_activity AS a
    WHERE a.backend_xid IS NOT NULL AND a.pid <> pg_backend_pid()
    ORDER BY age(a.backend_xid) DESC LIMIT 1
"""
_KEPT = """
    SELECT h.seal_id, encode(h.hash, 'hex') FROM public.audit_heads AS h
    WHERE h.database = %s AND h.seal_id > %s ORDER BY h.seal_id LIMIT %s
"""
_MISSING = """
    SELECT min(h.seal_id) FROM unnest(%s::bigint[], %s::text[]) AS h (seal_id, hash)
    LEFT JOIN public.audit_seals AS s ON s.id = h.seal_id
    WHERE s.id IS NULL OR encode(s.hash, 'hex') <> h.hash
"""
_RUNS = """
    SELECT job, extract(epoch FROM (clock_timestamp() AT TIME ZONE 'UTC') - last_run_at)::int
    FROM private.worker_runs
"""


def seals(owner: Any) -> str:  # noqa: ANN401 (psycopg2 has no public cursor type)
    """Prove that each seal fits its rows, and each row has a seal but the newest."""
    owner.execute("SELECT private.broken_seal()")
    broken = owner.fetchone()[0]
    if broken is not None:
        return f"seal {broken} does not fit its rows"
    owner.execute(_UNSEALED, (_LATE_S,))
    waiting, outside = owner.fetchone()
    if outside:
        return f"{outside} rows are in no seal and never will be"
    if waiting == 0:
        return OK
    owner.execute(_XMIN_HOLDER)
    row = owner.fetchone()
    return f"{waiting} rows not sealed" + (f", held back by backend {row[0]}" if row else "")


def heads(owner: Any, other: Any, database: Database) -> str:  # noqa: ANN401
    """Prove that a database still has the seals that the `other` one has kept of it.

    Without this the newest seals could be cut off with their rows, or all be made anew.
    """
    last = 0
    while True:
        other.execute(_KEPT, (database, last, _PAGE))
        kept = other.fetchall()
        if not kept:
            return OK
        owner.execute(_MISSING, ([row[0] for row in kept], [row[1] for row in kept]))
        missing = owner.fetchone()[0]
        if missing is not None:
            return f"{database}: seal {missing} is not the one that the other database has kept"
        last = kept[-1][0]


def worker(owner: Any, database: Database) -> str:  # noqa: ANN401
    """Tell which of the worker's jobs are late."""
    owner.execute(_RUNS)
    ages = dict(owner.fetchall())
    jobs = [each for each in JOBS if each.database == database]
    late = [each.name for each in jobs if ages.get(each.name, each.late_s + 1) > each.late_s]
    known = [ages[name] for name in late if name in ages]
    if len(late) == len(jobs):
        return f"last ran {min(known)} s ago" if known else "has never run"
    return "; ".join(
        f"{name} last ran {ages[name]} s ago" if name in ages else f"{name} has never run"
        for name in late
    ) or OK  # fmt: skip
