"""What the doctor finds about the desktops' logins: each within its bounds, none with powers."""

from __future__ import annotations

from typing import Any

#: Logins of the group, by whatever way they came into it, less whoever administers it: from Postgres 16 on
#: whoever makes a role belongs to it, with ADMIN.
_LOGINS = """
    WITH RECURSIVE members (id, is_admin) AS (
        SELECT m.member, m.admin_option FROM pg_auth_members AS m
        WHERE pg_get_userbyid(m.roleid) = 'instapay_desktop'
        UNION
        SELECT m.member, m.admin_option FROM pg_auth_members AS m JOIN members AS g ON m.roleid = g.id
    )
    SELECT r.rolname,
        array_remove(ARRAY[
            CASE WHEN r.rolsuper THEN 'superuser' END,
            CASE WHEN r.rolcreaterole THEN 'createrole' END,
            CASE WHEN r.rolcreatedb THEN 'createdb' END,
            CASE WHEN r.rolreplication THEN 'replication' END,
            CASE WHEN r.rolbypassrls THEN 'bypassrls' END], NULL),
        r.rolconnlimit, coalesce(r.rolconfig, '{}')
    FROM pg_roles AS r
    WHERE r.rolcanlogin AND r.oid IN (SELECT id FROM members)
        AND NOT (r.rolcreaterole AND r.oid IN (SELECT id FROM members WHERE is_admin))
    ORDER BY r.rolname
"""


def unbounded(owner: Any) -> list[str]:  # noqa: ANN401 (a cursor)
    """Return what is wrong with a desktop's login, one line each."""
    owner.execute(_LOGINS)
    wrong = []
    for name, powers, connections, settings in owner.fetchall():
        wrong += [f"login {name} has {power}" for power in powers]
        if connections < 0:
            wrong.append(f"login {name} has no connection limit")
        wrong += [
            f"login {name}: {wanted} is not set"
            for wanted in ("track_activities=off", "log_min_error_statement=panic")
            if wanted not in settings
        ]
        if not any(each.startswith("temp_file_limit=") for each in settings):
            wrong.append(f"login {name}: temp_file_limit is not set")
    return wrong
