-- The transactions that desktops have open now, on any database of this server: an old one anywhere keeps the
-- log from being sealed. Nothing but the locks tells of them, as the logins do not report their activity.
-- `idle_blocking_s` is how long somebody has been waiting for one that does nothing meanwhile: its server
-- process waits for its client, to say more or to take what was said. Null for who is at work, and for who
-- waits for a lock itself. Whoever only waits for a standby is left out. What a process waits for is
-- told to members of pg_read_all_stats alone: to others it is null, so that nobody seems idle.
CREATE FUNCTION private.open_desktop_transactions()
RETURNS TABLE (pid integer, virtual_transaction text, idle_blocking_s double precision)
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, public, private, pg_temp
AS $$
    WITH waiting AS (
        SELECT b.pid, max(extract(epoch FROM clock_timestamp() - l.waitstart)) AS blocking_s
        FROM pg_locks AS l CROSS JOIN LATERAL unnest(pg_blocking_pids(l.pid)) AS b (pid)
        WHERE NOT l.granted
        GROUP BY b.pid
    )
    SELECT l.pid, l.virtualtransaction,
        CASE WHEN a.wait_event_type = 'Client'
                AND NOT EXISTS (SELECT FROM pg_locks AS o WHERE o.pid = l.pid AND NOT o.granted)
            THEN w.blocking_s END::double precision
    FROM pg_locks AS l
    JOIN pg_stat_activity AS a ON a.pid = l.pid
    JOIN pg_roles AS r ON r.oid = a.usesysid
    LEFT JOIN waiting AS w ON w.pid = l.pid
    WHERE l.locktype = 'virtualxid' AND l.granted
        AND NOT r.rolsuper AND pg_has_role(a.usesysid, 'instapay_desktop', 'MEMBER')
        AND a.wait_event IS DISTINCT FROM 'SyncRep'
$$;
