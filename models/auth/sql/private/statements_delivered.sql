-- Notes that Payment has accepted these statements.
CREATE FUNCTION private.statements_delivered(p_ids uuid[]) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
AS $$
    UPDATE public.statements SET delivered_at = clock_timestamp() AT TIME ZONE 'UTC'
    WHERE id = ANY (p_ids) AND delivered_at IS NULL
$$;
