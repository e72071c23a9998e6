"""What the doctor looks at: one set-based query a question, as an administrator."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from app.provisioning import audit_proofs, code, keys, login_checks, migrations, proofs
from app.provisioning.administration import DESKTOP, OWNER, connect, owner_transaction
from models.heads import HEADS

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.heads import Database

OK = "ok"

_SUPPORTED = range(15, 19)
#: For a proof's sorting and grouping; the rest goes to disk.
_MEMORY = "SET LOCAL work_mem = '64MB'"

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
    UNION ALL
    -- No backend holds such a transaction's rows, so the worker could end none.
    SELECT 'may leave a transaction prepared, and its rows locked for good (max_prepared_transactions)'
    WHERE current_setting('max_prepared_transactions') <> '0'
"""


def examine(
    auth_url: str,
    payment_url: str,
    *,
    patience_s: float = 0.0,
    notes: dict[str, str] | None = None,
) -> dict[str, str]:
    """Return each finding by name: ``ok`` or what is wrong. Raises Unavailable.

    `patience_s` is how long a worker that has only just been started may take over its first jobs.
    `notes` is filled with what there is to tell beside a finding, by its name.
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
                owner.execute(_MEMORY)
                for name, check in _CHECKS[database].items():
                    _merge(found, name, _asked(name, check, owner, patience_s))
                _merge(found, "functions", _functions(owner, database))
    if found["migration_heads"] == OK:
        for name, finding in _between(
            auth_url, payment_url, {} if notes is None else notes
        ).items():
            _merge(found, name, finding)
    return found


def _between(auth_url: str, payment_url: str, notes: dict[str, str]) -> dict[str, str]:
    """Hold the databases against each other: seals that the other one has kept, and signing keys."""
    with (
        connect(auth_url, "auth") as auth_connection,
        connect(payment_url, "payment") as payment_connection,
        owner_transaction(auth_connection) as auth,
        owner_transaction(payment_connection) as payment,
    ):
        heads = (
            audit_proofs.heads(auth, payment, "auth"),
            audit_proofs.heads(payment, auth, "payment"),
        )
        notes["signing_keys"] = keys.described(auth)
        return {
            "audit_sealed": "; ".join(each for each in heads if each != OK) or OK,
            "signing_keys": keys.difference(auth, payment) or OK,
        }


def _merge(found: dict[str, str], name: str, finding: str) -> None:
    """Keep what is wrong in either database."""
    known = found.get(name, OK)
    if known == OK:
        found[name] = finding
    # Both databases may be one server's, whose logins are the same.
    elif finding not in {OK, known}:
        found[name] = f"{known}; {finding}"


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
    wrong += login_checks.unbounded(owner)
    return "; ".join(wrong) or OK


def _asked(name: str, check: Callable[[Any], str], owner: Any, patience_s: float) -> str:  # noqa: ANN401
    """Ask; again for a while where it is the worker's: its jobs may just not have come yet."""
    deadline = time.monotonic() + (patience_s if name in _WORKERS else 0.0)
    while (finding := check(owner)) != OK and time.monotonic() < deadline:
        time.sleep(0.2)
    return finding


def _worker(database: Database) -> Callable[[Any], str]:
    return lambda owner: audit_proofs.worker(owner, database)


#: What comes right by itself once the worker runs.
_WORKERS = frozenset({"worker_last_run", "audit_sealed"})

_CHECKS: dict[Database, dict[str, Callable[[Any], str]]] = {
    "auth": {
        "privileges": _privileges,
        "worker_last_run": _worker("auth"),
        "audit_sealed": audit_proofs.seals,
    },
    "payment": {
        "privileges": _privileges,
        "worker_last_run": _worker("payment"),
        "books_balance": proofs.books,
        "ledger_matches_balances": proofs.ledger,
        "sequences_without_gaps": proofs.sequences,
        "entries_in_pairs": proofs.pairs,
        "entries_of_their_payments": proofs.sides,
        "fees_have_accounts": proofs.fees,
        "transactions_are_sound": proofs.transactions,
        "copies_agree": proofs.copies,
        "audit_sealed": audit_proofs.seals,
    },
}
