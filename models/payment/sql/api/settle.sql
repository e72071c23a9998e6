-- What became of a payment that the caller once sent and never heard of. If it never arrived, its id
-- is claimed as FAILED `abandoned`: a late original cannot land any more, so nothing is paid tomorrow
-- that was given up today. A held one that is past its time has expired.
-- Raises IP001..IP003, IP005, IP206 id_reused (somebody else's id), IP208 id_missing.
CREATE FUNCTION api.settle(
    p_token text, p_id uuid,
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
    v_now timestamp := private.utc_now();
    v_found public.transactions;
BEGIN
    v_caller := private.writer(p_token);
    IF p_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP208', MESSAGE = 'id_missing';
    END IF;
    INSERT INTO public.transactions (id, status, initiated_at, completed_at, initiated_by,
        failure_code)
    VALUES (p_id, 'FAILED', v_now, v_now, v_caller.user_id, 'abandoned')
    ON CONFLICT (id) DO NOTHING;
    IF FOUND THEN
        PERFORM private.record('payment', 'transfer_abandoned',
            jsonb_build_object('transaction_id', p_id), v_caller.user_id, v_caller.session_id);
    END IF;
    -- Touching the row makes this answer wait for a standby too.
    UPDATE public.transactions AS t SET repeats = t.repeats + 1
    WHERE t.id = p_id AND t.initiated_by = v_caller.user_id
    RETURNING t.* INTO v_found;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP206', MESSAGE = 'id_reused';
    END IF;
    status := CASE WHEN v_found.status = 'PENDING' AND v_found.expires_at <= v_now
        THEN 'EXPIRED' ELSE v_found.status END;
    failure_code := v_found.failure_code;
    decided_at := coalesce(v_found.completed_at, v_found.initiated_at);
    balance_after := v_found.payer_balance_after;
    fee := v_found.fee;
END
$$;
