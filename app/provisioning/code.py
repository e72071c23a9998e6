"""Re-creates functions, triggers, policies and grants when their text has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.sql_objects import digest, sql_objects

if TYPE_CHECKING:
    from app.provisioning.administration import Report
    from models.heads import Database

_QUIET_LOG = "SET log_min_error_statement = 'panic'\n"

#: Everything that the files make, so that an object whose file is gone goes too.
_DROP = """
DO $$
DECLARE
    v_statement text;
BEGIN
    -- Arrays, as a cascade would take functions away under an open cursor.
    FOREACH v_statement IN ARRAY ARRAY(
        SELECT format('DROP POLICY %I ON %I.%I', p.policyname, p.schemaname, p.tablename)
        FROM pg_policies AS p WHERE p.schemaname = 'public'
        UNION ALL
        SELECT format('DROP TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass)
        FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
        WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace
        UNION ALL
        SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', r.oid::regprocedure)
        FROM pg_proc AS r
        WHERE r.pronamespace IN ('api'::regnamespace, 'private'::regnamespace)
    ) LOOP
        EXECUTE v_statement;
    END LOOP;
END
$$;
REVOKE ALL ON ALL TABLES IN SCHEMA public, private FROM instapay_desktop, instapay_worker;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public, private FROM instapay_desktop, instapay_worker;
REVOKE ALL ON SCHEMA public, api, private FROM instapay_desktop, instapay_worker;
"""


def is_current(cursor: Any, database: Database) -> bool:  # noqa: ANN401
    """Whether the database holds just these objects."""
    cursor.execute("SELECT value FROM private.settings WHERE name = 'code_digest'")
    row = cursor.fetchone()
    return row is not None and row[0] == digest(sql_objects(database))


def drop(cursor: Any) -> None:  # noqa: ANN401
    """Take away every function, trigger, policy and grant of ours; tables and their rows stay."""
    cursor.execute(_DROP)


def recreate(cursor: Any, report: Report, database: Database) -> None:  # noqa: ANN401
    """Make all objects anew, as the owner, in the caller's transaction."""
    objects = sql_objects(database)
    cursor.execute("SELECT has_parameter_privilege('log_min_error_statement', 'SET')")
    may_quiet_log = cursor.fetchone()[0]
    cursor.execute("SET LOCAL search_path = pg_catalog, public")
    # Functions name each other in any order; the tests call each of them.
    cursor.execute("SET LOCAL check_function_bodies = off")
    drop(cursor)
    for each in objects:
        cursor.execute(each.text if may_quiet_log else each.text.replace(_QUIET_LOG, ""))
    cursor.execute(
        "UPDATE private.settings SET value = %s WHERE name = 'code_digest'", (digest(objects),)
    )
    report.changed(f"{database}: {len(objects)} SQL objects")
