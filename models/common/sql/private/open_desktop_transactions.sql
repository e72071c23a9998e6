-- The transactions that desktops have open now. Nothing but the locks tells of them: the logins do not
-- report their activity. The worker ends those that it sees for over 5 s, as they hold rows others wait for.
CREATE FUNCTION private.open_desktop_transactions()
RETURNS TABLE (pid integer, virtual_transaction text)
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, public, private, pg_temp
AS $$
    SELECT l.pid, l.virtualtransaction
    FROM pg_locks AS l
    JOIN pg_stat_activity AS a ON a.pid = l.pid
    JOIN pg_roles AS r ON r.oid = a.usesysid
    WHERE l.locktype = 'virtualxid' AND l.granted AND a.datname = current_database()
        AND NOT r.rolsuper AND pg_has_role(a.usesysid, 'instapay_desktop', 'MEMBER')
$$;
