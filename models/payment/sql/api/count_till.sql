-- Counts the caller's drawer, once, before what it should hold is told: from here on the till takes part in no
-- payment. A repeat with the same count answers again. Returns what was counted, what was expected, and whether a
-- supervisor has to look at what differs. TELLER, SUPERVISOR.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP272 till_unknown, IP274 count_invalid, IP277
-- already_counted (otherwise), IP278 approvals_waiting (payments of this till that nobody has decided yet).
CREATE FUNCTION api.count_till(
    p_token text, p_id uuid, p_counts jsonb,
    OUT counted numeric, OUT expected numeric, OUT needs_approval boolean
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
    v_till public.till_sessions;
BEGIN
    v_till := private.own_till(v_caller, p_id);
    counted := private.counted_cash(p_counts);
    IF v_till.counted_at IS NOT NULL THEN
        IF v_till.counts <> p_counts THEN
            RAISE EXCEPTION USING ERRCODE = 'IP277', MESSAGE = 'already_counted';
        END IF;
        expected := v_till.expected;
        needs_approval := v_till.variance_needs_approval;
        RETURN;
    END IF;
    -- Whoever approves holds this row first.
    expected := -(SELECT a.balance FROM public.accounts AS a WHERE a.id = v_till.account_id
        FOR NO KEY UPDATE);
    PERFORM FROM public.cash_slips AS c JOIN public.transactions AS t ON t.id = c.transaction_id
    WHERE c.till_session_id = p_id AND t.status = 'PENDING' AND t.expires_at > private.utc_now()
        AND t.kind <> 'COUNTER';
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP278', MESSAGE = 'approvals_waiting';
    END IF;
    needs_approval := abs(counted - expected) > private.setting('till_variance_alone')::numeric;
    UPDATE public.till_sessions AS s
    SET counted_at = private.utc_now(), counts = p_counts, counted = count_till.counted,
        expected = count_till.expected, variance_needs_approval = count_till.needs_approval
    WHERE s.id = p_id;
    PERFORM private.record('payment', 'till_counted', jsonb_build_object('till_session_id', p_id,
        'counted', counted, 'expected', expected), v_caller.user_id, v_caller.session_id);
END
$$;
