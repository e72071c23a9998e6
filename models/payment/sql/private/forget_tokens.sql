-- Removes tokens that have died from those that are known: 10,000 a call at most, and none that another
-- worker is at. Returns how many.
CREATE FUNCTION private.forget_tokens() RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
    WITH dead AS MATERIALIZED (
        SELECT k.signature FROM private.known_tokens AS k
        WHERE k.dies_at < clock_timestamp() ORDER BY k.dies_at LIMIT 10000 FOR UPDATE SKIP LOCKED
    ), gone AS (
        DELETE FROM private.known_tokens AS k USING dead AS d WHERE k.signature = d.signature
        RETURNING 1
    )
    SELECT count(*) FROM gone
$$;
