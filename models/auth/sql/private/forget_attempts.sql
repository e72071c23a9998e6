-- Removes challenges that were never answered and are over an hour old. Returns how many.
CREATE FUNCTION private.forget_attempts() RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
AS $$
    WITH gone AS (
        DELETE FROM public.sign_in_attempts
        WHERE answered_at IS NULL
            AND created_at < (clock_timestamp() AT TIME ZONE 'UTC') - interval '1 hour'
        RETURNING 1
    )
    SELECT count(*) FROM gone
$$;
