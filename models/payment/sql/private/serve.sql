-- What a teller does for a customer who is open, at an open till: cash in, cash out, or a transfer (COUNTER). Above
-- what the caller's role may do alone it is held until somebody else approves it. Exactly once by its id, and with a
-- numbered slip, refused or not.
-- Raises IP004 not_permitted (the role, or an account of the caller's own), IP201..IP205, IP206 id_reused, IP207
-- note_invalid, IP208 id_missing, IP216 reason_invalid (the identification), IP262 customer_not_open, IP270
-- till_not_open, IP007 changed_meanwhile.
CREATE FUNCTION private.serve(
    p_caller private.caller_facts, p_id uuid, p_kind text, p_customer_account_id uuid,
    p_payee_id uuid, p_amount numeric, p_currency text, p_identification text, p_note text
) RETURNS private.outcome
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_till public.till_sessions;
    v_payer_id uuid;
    v_payee_id uuid;
    v_payer public.accounts;
    v_payee public.accounts;
    v_pair public.accounts[];
    v_verdict private.verdict;
    v_outcome private.outcome;
    v_at timestamp;
BEGIN
    PERFORM private.require_role(p_caller.roles, 'TELLER', 'SUPERVISOR');
    p_identification := private.check_reason(p_identification);
    IF p_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP208', MESSAGE = 'id_missing';
    ELSIF p_note IS NULL OR length(p_note) > 140 OR private.controls_text(p_note) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP207', MESSAGE = 'note_invalid';
    END IF;
    v_till := private.open_till(p_caller.user_id, CASE WHEN p_kind <> 'COUNTER' THEN p_currency END);
    v_payer_id := CASE p_kind WHEN 'CASH_IN' THEN v_till.account_id ELSE p_customer_account_id END;
    v_payee_id := CASE p_kind WHEN 'CASH_IN' THEN p_customer_account_id
        WHEN 'CASH_OUT' THEN v_till.account_id ELSE p_payee_id END;
    IF v_payer_id IS NULL OR v_payee_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
    END IF;
    PERFORM private.take_turn(v_payer_id);
    v_outcome := private.repeated_service(p_id, p_caller.user_id, p_kind, v_payer_id, v_payee_id,
        p_amount, p_currency, p_note);
    IF v_outcome.status IS NOT NULL THEN
        RETURN v_outcome;
    END IF;
    v_pair := private.lock_pair(v_payer_id, v_payee_id);
    v_payer := v_pair[1];
    v_payee := v_pair[2];
    v_at := private.utc_now();
    PERFORM private.check_served(p_caller, p_kind, v_payer, v_payee);
    IF v_payer.held > 0 THEN
        v_payer := private.release_expired(v_payer, v_at);
    END IF;
    v_verdict := private.assess_counter(p_caller.roles, p_kind, v_payer, v_payee, p_amount,
        p_currency, v_at);
    IF v_verdict.failure_code IS NOT NULL OR v_verdict.needs_confirmation THEN
        v_outcome := private.keep_unposted(p_id, p_kind, v_payer_id, v_payee_id, round(p_amount, 2),
            p_currency, v_verdict, p_note, v_at, CASE WHEN v_verdict.failure_code IS NULL THEN v_at
                + make_interval(hours => private.setting('approval_hours')::integer) END,
            p_caller.user_id, p_caller.session_id);
    ELSE
        v_outcome := private.book(true, p_id, p_kind, v_payer_id, v_payer.user_id, v_payee_id,
            v_payee.user_id, v_verdict.payer_sees, v_verdict.payee_sees, true,
            v_verdict.fee_account_id, p_amount, p_currency, v_verdict.fee, p_note, v_at,
            p_caller.user_id, p_caller.session_id, v_payer.spent_on, v_payer.spent_day,
            v_payer.spent_month, NULL);
    END IF;
    PERFORM private.write_slip(p_id, v_till.id, p_identification);
    RETURN v_outcome;
END
$$;
