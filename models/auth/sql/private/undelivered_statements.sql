-- Signed statements that Payment has not been seen to accept, oldest first, 100 at most.
-- The newest 2 s are left to the desktops that asked for them.
CREATE FUNCTION private.undelivered_statements() RETURNS TABLE (id uuid, body text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
AS $$
    SELECT s.id, s.body FROM public.statements AS s
    WHERE s.delivered_at IS NULL
        AND s.created_at < (clock_timestamp() AT TIME ZONE 'UTC') - interval '1 second'
    ORDER BY s.created_at LIMIT 100
$$;
