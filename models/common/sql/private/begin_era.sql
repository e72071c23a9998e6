-- Whether the log has come into another cluster since the last seal, whose numbering means nothing here: it
-- has another identifier, or has not reached the watermark yet. What had not been sealed then is numbered
-- anew, as its old numbers could hide it among the sealed rows; it is sealed with the next ones.
CREATE FUNCTION private.begin_era(p_last public.audit_seals, p_below xid8) RETURNS boolean
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_cluster text := private.this_cluster();
    v_known text := (SELECT w.state FROM private.worker_runs AS w WHERE w.job = 'seal_audit');
BEGIN
    IF v_cluster IS DISTINCT FROM v_known THEN
        INSERT INTO private.worker_runs AS w (job, last_run_at, state)
        VALUES ('seal_audit', private.utc_now(), v_cluster)
        ON CONFLICT (job) DO UPDATE SET state = excluded.state;
    END IF;
    IF p_last.id IS NULL OR (p_last.below_xid <= p_below AND coalesce(v_cluster = v_known, true)) THEN
        RETURN false;
    END IF;
    UPDATE public.audit_logs
    SET id = nextval('public.audit_logs_id_seq'), xid = pg_current_xact_id()
    WHERE xid >= p_last.below_xid;
    RETURN true;
END
$$;
