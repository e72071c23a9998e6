"""What the doctor looks at: one set-based query a question, as an administrator."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from app.provisioning import code, migrations
from app.provisioning.administration import DESKTOP, OWNER, connect, owner_transaction
from models.heads import HEADS

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.heads import Database

OK = "ok"

_SUPPORTED = range(15, 19)
#: The worker notes its run each second.
_WORKER_LATE_S = 10

_BOOKS = """
    SELECT currency, sum(balance) FROM public.accounts GROUP BY currency HAVING sum(balance) <> 0
"""
_LEDGER = """
    SELECT count(*) FROM (
        SELECT a.id FROM public.accounts AS a
        LEFT JOIN (
            SELECT account_id, sum(amount) AS total, count(*) AS entries, max(sequence) AS last
            FROM public.ledger_entries GROUP BY account_id
        ) AS e ON e.account_id = a.id
        WHERE coalesce(e.total, 0) <> a.balance OR coalesce(e.entries, 0) <> a.last_sequence
            OR coalesce(e.last, 0) <> a.last_sequence
        UNION ALL
        SELECT e.transaction_id FROM public.ledger_entries AS e
        GROUP BY e.transaction_id, e.leg HAVING sum(e.amount) <> 0 OR count(*) <> 2
    ) AS wrong
"""
_RIGHTS = """
    SELECT format('%s on %s', p.privilege, c.oid::regclass)
    FROM pg_class AS c
    CROSS JOIN unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES'])
        AS p (privilege)
    WHERE c.relnamespace IN ('public'::regnamespace, 'private'::regnamespace)
        AND c.relkind IN ('r', 'p', 'v', 'm')
        AND (has_table_privilege('instapay_desktop', c.oid, p.privilege)
            OR CASE WHEN p.privilege IN ('INSERT', 'UPDATE', 'REFERENCES')
                THEN has_any_column_privilege('instapay_desktop', c.oid, p.privilege) END)
    UNION ALL
    SELECT format('no row-level security on %s', c.oid::regclass)
    FROM pg_class AS c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT c.relrowsecurity
    UNION ALL
    SELECT format('PUBLIC may call %s', r.oid::regprocedure)
    FROM pg_proc AS r
    WHERE r.pronamespace IN ('api'::regnamespace, 'private'::regnamespace)
        AND EXISTS (SELECT FROM aclexplode(coalesce(r.proacl, acldefault('f', r.proowner))) AS a
            WHERE a.grantee = 0)
"""


#: Rows that have waited longer than a worker takes.
_UNSEALED = """
    SELECT count(*) FROM public.audit_logs AS l
    WHERE l.created_at < (clock_timestamp() AT TIME ZONE 'UTC') - make_interval(secs => %s)
        AND l.xid >= coalesce(
            (SELECT s.below_xid FROM public.audit_seals AS s ORDER BY s.id DESC LIMIT 1), '0'::xid8)
"""
#: The session whose old transaction keeps rows from being final.
_XMIN_HOLDER = """
    SELECT format('%s (%s)', a.pid, a.usename) FROM pg_stat_activity AS a
    WHERE a.backend_xmin IS NOT NULL AND a.pid <> pg_backend_pid()
    ORDER BY age(a.backend_xmin) DESC LIMIT 1
"""


def examine(auth_url: str, payment_url: str, *, patience_s: float = 0.0) -> dict[str, str]:
    """Return each finding by name: ``ok`` or what is wrong. Raises Unavailable.

    `patience_s` is how long a worker that has only just been started may take over its first jobs.
    """
    found: dict[str, str] = {}
    urls: dict[Database, str] = {"auth": auth_url, "payment": payment_url}
    for database, url in urls.items():
        with connect(url, database) as connection:
            cursor = connection.cursor()
            found["connection"] = OK
            _merge(found, "versions", _version(connection.server_version, database))
            revision = _revision(cursor, database)
            _merge(found, "migration_heads", revision)
            if revision != OK:
                continue
            with owner_transaction(connection) as owner:
                for name, check in _CHECKS[database].items():
                    _merge(found, name, _asked(check, owner, patience_s))
                _merge(found, "functions", _functions(owner, database))
    return found


def _merge(found: dict[str, str], name: str, finding: str) -> None:
    """Keep what is wrong in either database."""
    known = found.get(name, OK)
    found[name] = finding if known == OK else known if finding == OK else f"{known}; {finding}"


def _version(number: int, database: Database) -> str:
    major = number // 10_000
    return OK if major in _SUPPORTED else f"{database}: Postgres {major}, supported are 15 to 18"


def _revision(cursor: Any, database: Database) -> str:  # noqa: ANN401 (psycopg2 has no public cursor type)
    found = migrations.found_revision(cursor)
    expected = HEADS[database]
    return (
        OK
        if found == expected
        else f"{database}: at {found or 'none'}, this program is at {expected}"
    )


def _functions(owner: Any, database: Database) -> str:  # noqa: ANN401
    if code.is_current(owner, database):
        return OK
    return f"{database}: functions are of another program; run provision"


def _privileges(owner: Any) -> str:  # noqa: ANN401
    owner.execute(_RIGHTS)
    wrong = [f"{DESKTOP}: {row[0]}" for row in owner.fetchall()]
    owner.execute(
        # An administrator without superuser rights belongs to both, to administer them.
        "SELECT rolname FROM pg_roles WHERE NOT rolsuper AND NOT rolcreaterole"
        " AND pg_has_role(oid, %s, 'MEMBER')"
        " AND pg_has_role(oid, %s, 'MEMBER') AND rolcanlogin",
        (DESKTOP, OWNER),
    )
    wrong += [f"login {row[0]} is desktop and owner" for row in owner.fetchall()]
    return "; ".join(wrong) or OK


def _books(owner: Any) -> str:  # noqa: ANN401
    owner.execute(_BOOKS)
    return "; ".join(f"{currency} is off by {total}" for currency, total in owner.fetchall()) or OK


def _ledger(owner: Any) -> str:  # noqa: ANN401
    owner.execute(_LEDGER)
    wrong = owner.fetchone()[0]
    return OK if wrong == 0 else f"{wrong} accounts or payments differ from their entries"


def _worker(owner: Any) -> str:  # noqa: ANN401
    owner.execute(
        "SELECT extract(epoch FROM clock_timestamp() AT TIME ZONE 'UTC' - max(last_run_at))::int"
        " FROM private.worker_runs"
    )
    age_s = owner.fetchone()[0]
    if age_s is None:
        return "has never run"
    return OK if age_s <= _WORKER_LATE_S else f"last ran {age_s} s ago"


def _seals(owner: Any) -> str:  # noqa: ANN401
    owner.execute("SELECT private.broken_seal()")
    broken = owner.fetchone()[0]
    if broken is not None:
        return f"seal {broken} does not fit its rows"
    owner.execute(_UNSEALED, (_WORKER_LATE_S,))
    waiting = owner.fetchone()[0]
    if waiting == 0:
        return OK
    owner.execute(_XMIN_HOLDER)
    row = owner.fetchone()
    return f"{waiting} rows not sealed" + (f", held back by backend {row[0]}" if row else "")


def _asked(check: Callable[[Any], str], owner: Any, patience_s: float) -> str:  # noqa: ANN401
    """Ask; again for a while where it is the worker's: its jobs may just not have come yet."""
    deadline = time.monotonic() + (patience_s if check in _WORKERS else 0.0)
    while (finding := check(owner)) != OK and time.monotonic() < deadline:
        time.sleep(0.2)
    return finding


#: What comes right by itself once the worker runs.
_WORKERS = (_worker, _seals)

_CHECKS: dict[Database, dict[str, Callable[[Any], str]]] = {
    "auth": {
        "privileges": _privileges,
        "worker_last_run": _worker,
        "audit_sealed": _seals,
    },
    "payment": {
        "privileges": _privileges,
        "worker_last_run": _worker,
        "books_balance": _books,
        "ledger_matches_balances": _ledger,
        "audit_sealed": _seals,
    },
}
