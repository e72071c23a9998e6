-- Notes that these periodic jobs have just run; the doctor reads it. In order of their names, so that two
-- workers never wait for each other in a circle.
CREATE FUNCTION private.worker_ran(p_jobs text[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.refuse_started_transaction();
    INSERT INTO private.worker_runs AS w (job, last_run_at)
    SELECT DISTINCT j.job, private.utc_now() FROM unnest(p_jobs) AS j (job) ORDER BY j.job
    ON CONFLICT (job) DO UPDATE SET last_run_at = excluded.last_run_at;
END
$$;
