-- Takes a mistaken cash payment back, whole and once, at the till where it was made and while that is open, which is
-- on the same day: a payment of its own, linked to the original, with a slip of its own. Where the customer no longer
-- has the money, or the drawer, it is refused (FAILED). TELLER, SUPERVISOR.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP007, IP206 id_reused, IP208 id_missing, IP212
-- transaction_unknown (not of this till), IP214 not_reversible (not completed), IP215 already_reversed, IP216
-- reason_invalid, IP262 customer_not_open, IP270 till_not_open.
CREATE FUNCTION api.correct_cash(p_token text, p_id uuid, p_original_id uuid, p_reason text)
RETURNS private.outcome
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
    v_original public.transactions;
    v_till public.till_sessions;
    v_pair public.accounts[];
    v_outcome private.outcome;
    v_verdict private.verdict;
    v_at timestamp;
BEGIN
    PERFORM private.require_role(v_caller.roles, 'TELLER', 'SUPERVISOR');
    v_reason := private.check_reason(p_reason);
    IF p_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP208', MESSAGE = 'id_missing';
    END IF;
    SELECT t.* INTO v_original FROM public.transactions AS t
    WHERE t.id = p_original_id AND t.kind IN ('CASH_IN', 'CASH_OUT');
    v_till := private.open_till(v_caller.user_id, v_original.currency);
    IF v_original.id IS NULL OR NOT EXISTS (SELECT FROM public.cash_slips AS c
        WHERE c.transaction_id = p_original_id AND c.till_session_id = v_till.id)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP212', MESSAGE = 'transaction_unknown';
    END IF;
    PERFORM private.take_turn(v_original.to_account_id);
    v_outcome := private.repeated_service(p_id, v_caller.user_id, 'CASH_CORRECTION',
        v_original.to_account_id, v_original.from_account_id, v_original.amount, v_original.currency,
        left(v_reason, 140));
    IF v_outcome.status IS NOT NULL THEN
        RETURN v_outcome;
    ELSIF v_original.status <> 'COMPLETED' THEN
        RAISE EXCEPTION USING ERRCODE = 'IP214', MESSAGE = 'not_reversible';
    ELSIF EXISTS (SELECT FROM public.reversals AS r WHERE r.original_id = p_original_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP215', MESSAGE = 'already_reversed';
    END IF;
    v_pair := private.lock_pair(v_original.to_account_id, v_original.from_account_id);
    PERFORM private.check_served(v_caller,
        CASE v_original.kind WHEN 'CASH_IN' THEN 'CASH_OUT' ELSE 'CASH_IN' END, v_pair[1], v_pair[2]);
    v_at := private.utc_now();
    IF v_pair[1].held > 0 THEN
        v_pair[1] := private.release_expired(v_pair[1], v_at);
    END IF;
    -- A freeze does not stand in its way: it is the bank that acts.
    v_verdict.failure_code := CASE
        WHEN v_pair[1].closed_at IS NOT NULL OR v_pair[2].closed_at IS NOT NULL THEN 'account_closed'
        WHEN v_pair[1].kind = 'CUSTOMER' AND v_pair[1].balance - v_pair[1].held < v_original.amount
            THEN 'insufficient_funds'
        WHEN v_pair[2].kind = 'TILL' AND -v_pair[2].balance < v_original.amount
            THEN 'drawer_lacks_cash'
    END;
    IF v_verdict.failure_code IS NOT NULL THEN
        v_outcome := private.keep_unposted(p_id, 'CASH_CORRECTION', v_pair[1].id, v_pair[2].id,
            v_original.amount, v_original.currency, v_verdict, left(v_reason, 140), v_at, NULL,
            v_caller.user_id, v_caller.session_id);
    ELSE
        v_outcome := private.book(true, p_id, 'CASH_CORRECTION', v_pair[1].id, v_pair[1].user_id,
            v_pair[2].id, v_pair[2].user_id, private.counterparty_name(v_pair[2], v_pair[1].user_id),
            private.counterparty_name(v_pair[1], v_pair[2].user_id), true, NULL, v_original.amount,
            v_original.currency, 0.00, left(v_reason, 140), v_at, v_caller.user_id,
            v_caller.session_id, v_pair[1].spent_on, v_pair[1].spent_day, v_pair[1].spent_month,
            p_original_id);
        INSERT INTO public.reversals (original_id, reversal_id, payer_account_id, payee_account_id,
            reason, fee_returned, from_bank, reversed_by, created_at)
        VALUES (p_original_id, p_id, v_original.from_account_id, v_original.to_account_id, v_reason,
            0, false, v_caller.user_id, v_at);
    END IF;
    PERFORM private.write_slip(p_id, v_till.id, v_reason);
    RETURN v_outcome;
END
$$;
