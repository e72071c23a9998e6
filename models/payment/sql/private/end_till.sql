-- Closes a till that was counted: what was counted goes to the vault or, handed over, to another till; what differs
-- is booked to its own account. Nothing is left on the till's account. Ids of the payments follow from the till's.
-- Raises IP216 reason_invalid (something differs, and no reason is given).
CREATE FUNCTION private.end_till(
    p_caller private.caller_facts, p_till public.till_sessions, p_reason text, p_to_id uuid,
    p_kind text
) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_variance numeric := p_till.counted - p_till.expected;
    v_variances_id uuid := (private.bank_account('VARIANCE', p_till.currency)).id;
    v_ids uuid[] := ARRAY[left(encode(sha256(uuid_send(p_till.id)), 'hex'), 32)::uuid,
        right(encode(sha256(uuid_send(p_till.id)), 'hex'), 32)::uuid];
    v_reason text;
BEGIN
    IF v_variance <> 0 THEN
        v_reason := private.check_reason(p_reason);
        -- Too much is the bank's until somebody asks for it; too little is made up by the bank.
        PERFORM private.move_own(v_ids[1], 'TILL_VARIANCE',
            CASE WHEN v_variance > 0 THEN p_till.account_id ELSE v_variances_id END,
            CASE WHEN v_variance > 0 THEN v_variances_id ELSE p_till.account_id END,
            abs(v_variance), left(v_reason, 140), p_caller.user_id, p_caller.session_id);
    END IF;
    IF p_till.counted > 0 THEN
        PERFORM private.move_own(v_ids[2], p_kind, p_to_id, p_till.account_id, p_till.counted, '',
            p_caller.user_id, p_caller.session_id);
    END IF;
    UPDATE public.till_sessions AS s SET closed_at = private.utc_now(), variance_reason = v_reason
    WHERE s.id = p_till.id;
    PERFORM private.record('payment', 'till_closed', jsonb_build_object('till_session_id', p_till.id,
        'counted', p_till.counted, 'expected', p_till.expected, 'variance', v_variance,
        'reason', v_reason, 'needs_approval', p_till.variance_needs_approval),
        p_caller.user_id, p_caller.session_id);
END
$$;
