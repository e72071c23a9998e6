-- Approves what a member of staff did above what they may do alone: it is posted now, or refused where that has
-- become impossible. One that is decided already answers with how it was, and by whom (null: nobody, it was cancelled
-- or has expired). SUPERVISOR, who neither made it nor owns one of its accounts.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP007, IP212 transaction_unknown.
CREATE FUNCTION api.approve(
    p_token text, p_id uuid,
    OUT status text, OUT failure_code text, OUT decided_at timestamp, OUT balance_after numeric,
    OUT fee numeric, OUT decided_by text, OUT is_mine boolean
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
    v_locked record;
    v_decided public.transactions;
BEGIN
    v_locked := private.lock_for_approval(v_caller, p_id);
    -- One past its time expires, whoever comes by.
    IF (v_locked.held).status = 'PENDING' AND (v_locked.held).expires_at > private.utc_now() THEN
        UPDATE public.transactions AS t SET approved_by = v_caller.user_id WHERE t.id = p_id;
        PERFORM private.note_decision(p_id, v_caller.user_id, NULL);
        PERFORM private.record('payment', 'approved', jsonb_build_object('transaction_id', p_id,
            'made_by', (v_locked.held).initiated_by, 'kind', (v_locked.held).kind),
            v_caller.user_id, v_caller.session_id);
    END IF;
    v_decided := private.post_locked(v_locked.held, v_locked.payer, v_locked.payee,
        v_caller.user_id, v_caller.session_id);
    status := v_decided.status;
    failure_code := v_decided.failure_code;
    decided_at := v_decided.completed_at;
    balance_after := v_decided.payer_balance_after;
    fee := v_decided.fee;
    SELECT c.decided_by_name, c.decided_by IS NOT DISTINCT FROM v_caller.user_id INTO decided_by, is_mine
    FROM public.cash_slips AS c WHERE c.transaction_id = p_id;
END
$$;
