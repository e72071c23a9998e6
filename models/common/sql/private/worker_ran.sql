-- Notes that a periodic job has just run; the doctor reads it.
CREATE FUNCTION private.worker_ran(p_job text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
AS $$
    INSERT INTO private.worker_runs AS w (job, last_run_at)
    VALUES (p_job, clock_timestamp() AT TIME ZONE 'UTC')
    ON CONFLICT (job) DO UPDATE SET last_run_at = excluded.last_run_at
$$;
