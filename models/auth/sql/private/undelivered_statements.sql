-- Signed statements that Payment has not been seen to accept, 100 at most: revocations first, as a
-- queue of names must not keep a token alive. The newest second is left to the desktop that asked.
CREATE FUNCTION private.undelivered_statements() RETURNS TABLE (id uuid, body text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
AS $$
    SELECT s.id, s.body FROM public.statements AS s
    WHERE s.delivered_at IS NULL
        AND s.created_at < (clock_timestamp() AT TIME ZONE 'UTC') - interval '1 second'
    ORDER BY s.kind = 'revoke' DESC, s.created_at LIMIT 100
$$;
