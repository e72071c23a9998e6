-- Declines what waits for approval, with a reason that its maker reads: the money is free again. One that is decided
-- already answers with how it was, and by whom. SUPERVISOR, who neither made it nor owns one of its accounts.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP212 transaction_unknown, IP216 reason_invalid.
CREATE FUNCTION api.decline(
    p_token text, p_id uuid, p_reason text,
    OUT status text, OUT failure_code text, OUT decided_at timestamp, OUT decided_by text,
    OUT is_mine boolean
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.writer(p_token);
    v_reason text;
    v_locked record;
    v_decided public.transactions;
BEGIN
    v_locked := private.lock_for_approval(v_caller, p_id);
    v_reason := private.check_reason(p_reason);
    v_decided := v_locked.held;
    IF v_decided.status = 'PENDING' AND v_decided.expires_at <= private.utc_now() THEN
        v_decided := private.end_hold(v_decided, 'EXPIRED', NULL, private.utc_now(),
            v_caller.user_id, v_caller.session_id);
    ELSIF v_decided.status = 'PENDING' THEN
        PERFORM private.note_decision(p_id, v_caller.user_id, v_reason);
        PERFORM private.record('payment', 'declined', jsonb_build_object('transaction_id', p_id,
            'made_by', v_decided.initiated_by, 'kind', v_decided.kind, 'reason', v_reason),
            v_caller.user_id, v_caller.session_id);
        v_decided := private.end_hold(v_decided, 'FAILED', 'declined', private.utc_now(),
            v_caller.user_id, v_caller.session_id);
    END IF;
    status := v_decided.status;
    failure_code := v_decided.failure_code;
    decided_at := v_decided.completed_at;
    SELECT c.decided_by_name, c.decided_by IS NOT DISTINCT FROM v_caller.user_id INTO decided_by, is_mine
    FROM public.cash_slips AS c WHERE c.transaction_id = p_id;
END
$$;
