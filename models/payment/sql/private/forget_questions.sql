-- Removes questions about payees, single ones and of batches, that count no longer, being over a day old: 10,000
-- of each a call at most, and none that another worker is at. Returns how many.
CREATE FUNCTION private.forget_questions() RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
    WITH old AS MATERIALIZED (
        SELECT q.id FROM public.payee_questions AS q
        WHERE q.asked_at < (clock_timestamp() AT TIME ZONE 'UTC') - interval '1 day'
        ORDER BY q.asked_at LIMIT 10000 FOR UPDATE SKIP LOCKED
    ), gone AS (
        DELETE FROM public.payee_questions AS q USING old AS o WHERE q.id = o.id RETURNING 1
    ), old_batches AS MATERIALIZED (
        SELECT q.id FROM public.batch_questions AS q
        WHERE q.asked_at < (clock_timestamp() AT TIME ZONE 'UTC') - interval '1 day'
        ORDER BY q.asked_at LIMIT 10000 FOR UPDATE SKIP LOCKED
    ), gone_batches AS (
        DELETE FROM public.batch_questions AS q USING old_batches AS o WHERE q.id = o.id RETURNING 1
    )
    SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM gone_batches)
$$;
