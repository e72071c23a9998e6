-- The rows of the log that have become visible between two snapshots: of transactions that began after the
-- first, and of those that it saw running. Asked so, and not by age, a transaction that runs for an hour
-- does not have everything since its beginning looked at each time. A query that names it takes it in.
CREATE FUNCTION private.fresh_rows(p_last pg_snapshot, p_now pg_snapshot) RETURNS SETOF public.audit_logs
LANGUAGE sql STABLE
AS $$
    SELECT l.* FROM public.audit_logs AS l
    WHERE l.xid >= pg_snapshot_xmax(p_last) AND l.xid < pg_snapshot_xmax(p_now)
    UNION ALL
    SELECT l.* FROM public.audit_logs AS l
    WHERE l.xid = ANY (ARRAY(SELECT pg_snapshot_xip(p_last)))
$$;
