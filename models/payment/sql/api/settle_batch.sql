-- What became of a batch that the caller once sent and never heard of. If it never arrived, its id is
-- claimed as FAILED `abandoned`: a late original cannot land any more.
-- Raises IP001..IP003, IP005, IP206 id_reused (somebody else's id), IP208 id_missing.
CREATE FUNCTION api.settle_batch(
    p_token text, p_batch_id uuid,
    OUT status text, OUT failure_code text, OUT decided_at timestamp, OUT balance_after numeric,
    OUT fee numeric
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller record;
    v_found public.batches;
BEGIN
    v_caller := private.writer(p_token);
    IF p_batch_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP208', MESSAGE = 'id_missing';
    END IF;
    INSERT INTO public.batches (id, initiated_by, status, failure_code, decided_at)
    VALUES (p_batch_id, v_caller.user_id, 'FAILED', 'abandoned', private.utc_now())
    ON CONFLICT DO NOTHING;
    IF FOUND THEN
        PERFORM private.record('payment', 'batch_abandoned',
            jsonb_build_object('batch_id', p_batch_id), v_caller.user_id, v_caller.session_id);
    END IF;
    -- Touching the row makes this answer wait for a standby too.
    UPDATE public.batches AS b SET repeats = b.repeats + 1
    WHERE b.id = p_batch_id AND b.initiated_by = v_caller.user_id
    RETURNING b.* INTO v_found;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP206', MESSAGE = 'id_reused';
    END IF;
    status := v_found.status;
    failure_code := v_found.failure_code;
    decided_at := v_found.decided_at;
    balance_after := v_found.payer_balance_after;
    fee := v_found.fee;
END
$$;
