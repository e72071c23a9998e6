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
REVOKE ALL ON ALL TABLES IN SCHEMA public, private FROM instapay_desktop, instapay_worker, PUBLIC;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public, private FROM instapay_desktop, instapay_worker;
REVOKE ALL ON SCHEMA public, api, private FROM instapay_desktop, instapay_worker;
"""


#: What the catalogue says of our objects, whoever made or changed them.
_FINGERPRINT = """
    SELECT md5(string_agg(line, E'\\n' ORDER BY line)) FROM (
        SELECT format('%s %s %s %s', r.oid::regprocedure, md5(r.prosrc), r.proconfig, r.proacl)
        FROM pg_proc AS r WHERE r.pronamespace IN ('api'::regnamespace, 'private'::regnamespace)
        UNION ALL
        SELECT format('%s %s %s %s %s', tablename, policyname, cmd, roles, qual) FROM pg_policies
        WHERE schemaname = 'public'
        UNION ALL
        SELECT format('%s %s', tgrelid::regclass, tgname) FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL
        SELECT format('%s %s %s', c.oid::regclass, c.relrowsecurity, c.relacl) FROM pg_class AS c
        WHERE c.relnamespace IN ('public'::regnamespace, 'private'::regnamespace)
            AND c.relkind IN ('r', 'v', 'S')
        UNION ALL
        SELECT format('%s.%s %s', a.attrelid::regclass, a.attname, a.attacl)
        FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
        WHERE c.relnamespace = 'public'::regnamespace AND a.attacl IS NOT NULL
        UNION ALL
        SELECT format('%s %s', n.nspname, n.nspacl) FROM pg_namespace AS n
        WHERE n.nspname IN ('public', 'api', 'private')
    ) AS objects (line)
"""


def is_current(cursor: Any, database: Database) -> bool:  # noqa: ANN401
    """Whether the database holds just these objects, as they were made.

    Both are compared: the texts, for another version of this program, and what the catalogue says, as
    a policy may have been dropped or a right given since.
    """
    cursor.execute(
        "SELECT name, value FROM private.settings WHERE name IN ('code_digest', 'code_fingerprint')"
    )
    stored = dict(cursor.fetchall())
    cursor.execute("SET LOCAL search_path = pg_catalog")
    cursor.execute(_FINGERPRINT)
    found = cursor.fetchone()[0]
    cursor.execute("SET LOCAL search_path = DEFAULT")
    return stored == {"code_digest": digest(sql_objects(database)), "code_fingerprint": found}


_COLUMN_RIGHTS = """
    SELECT format('REVOKE ALL (%I) ON %s FROM instapay_desktop, instapay_worker, PUBLIC',
        a.attname, a.attrelid::regclass)
    FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
    WHERE c.relnamespace IN ('public'::regnamespace, 'private'::regnamespace)
        AND a.attacl IS NOT NULL
"""


def drop(cursor: Any) -> None:  # noqa: ANN401
    """Take away every function, trigger, policy and grant of ours; tables and their rows stay."""
    cursor.execute(_DROP)
    # A right on columns is another entry than the one on their table.
    cursor.execute(_COLUMN_RIGHTS)
    for (statement,) in cursor.fetchall():
        cursor.execute(statement)


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
    cursor.execute("SET LOCAL search_path = pg_catalog")
    cursor.execute(_FINGERPRINT)
    cursor.execute(
        "INSERT INTO private.settings (name, value)"
        " VALUES ('code_digest', %s), ('code_fingerprint', %s)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (digest(objects), cursor.fetchone()[0]),
    )
    report.changed(f"{database}: {len(objects)} SQL objects")
