-- Tells the windows of everybody whose accounts or till have had news since the last call, once each, without
-- content, and those that watch the counter of news there (private.fresh_counter). News are rows of the log that have become visible: those of transactions that ran or had not begun
-- when the snapshot in `state` was taken. So each is told exactly once, however late it commits.
-- The mark is only set, and nobody told, the first time, in another cluster (whose numbers mean nothing here)
-- and after an hour's pause. Where nothing happened, nothing is written. Of two workers one does nothing.
-- Returns how many channels were told. Raises IP005.
CREATE FUNCTION private.push_notices() RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_mark record;
    v_last pg_snapshot;
    v_now pg_snapshot;
    v_secret bytea;
    v_told bigint;
BEGIN
    PERFORM private.refuse_started_transaction();
    -- A look without a lock, which would be a write: mostly there is nothing to do.
    SELECT w.state::pg_snapshot INTO v_last FROM private.worker_runs AS w WHERE w.job = 'push_notices';
    IF v_last IS NOT NULL AND pg_snapshot_xmax(v_last) <= pg_snapshot_xmax(pg_current_snapshot())
        AND NOT EXISTS (SELECT FROM private.fresh_rows(v_last, pg_current_snapshot()))
    THEN
        RETURN 0;
    END IF;
    INSERT INTO private.worker_runs (job, last_run_at) VALUES ('push_notices', private.utc_now())
    ON CONFLICT DO NOTHING;
    SELECT w.state::pg_snapshot AS snapshot, w.last_run_at INTO v_mark FROM private.worker_runs AS w
    WHERE w.job = 'push_notices' FOR NO KEY UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    v_last := v_mark.snapshot;
    v_now := pg_current_snapshot();
    IF v_last IS NULL OR pg_snapshot_xmax(v_last) > pg_snapshot_xmax(v_now)
        OR v_mark.last_run_at < private.utc_now() - interval '1 hour'
    THEN
        v_told := 0;
    ELSE
        v_secret := convert_to(private.setting('channel_secret'), 'UTF8');
        -- The mark is the snapshot of this very statement.
        SELECT count(pg_notify(CASE WHEN f.user_id IS NULL THEN private.counter_channel(v_secret)
            ELSE private.channel(f.user_id, v_secret) END, '')), pg_current_snapshot()
        INTO v_told, v_now
        FROM (SELECT p.user_id FROM private.fresh_people(v_last, pg_current_snapshot()) AS p
            UNION SELECT c.user_id FROM private.fresh_counter(v_last, pg_current_snapshot()) AS c) AS f;
    END IF;
    UPDATE private.worker_runs SET state = v_now::text, last_run_at = private.utc_now()
    WHERE job = 'push_notices';
    RETURN v_told;
END
$$;
