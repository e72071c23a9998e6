-- Posts a held payment, once: with the fee it was held with, whatever tariffs say now. A freeze or a
-- closed account that came meanwhile makes it FAILED; past its time it has expired.
-- Raises IP212 transaction_unknown.
CREATE FUNCTION private.post_held(p_id uuid, p_actor uuid, p_session_id uuid)
RETURNS public.transactions
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_locked record;
    v_held public.transactions;
    v_payer public.accounts;
    v_payee public.accounts;
    v_now timestamp;
    v_refusal text;
BEGIN
    v_locked := private.lock_held(p_id, p_actor);
    v_held := v_locked.held;
    v_payer := v_locked.payer;
    v_payee := v_locked.payee;
    IF v_held.status <> 'PENDING' THEN
        RETURN v_held;
    END IF;
    v_now := private.utc_now();
    IF v_held.expires_at <= v_now THEN
        RETURN private.end_hold(v_held, 'EXPIRED', NULL, v_now, p_actor, p_session_id);
    END IF;
    v_refusal := CASE
        WHEN private.is_frozen(v_payer.frozen, v_payer.frozen_until, 'DEBITS', v_now)
            THEN 'account_frozen'
        WHEN v_payee.closed_at IS NOT NULL
            OR v_payee.balance + v_held.amount > 9999999999999999.99
            OR private.is_frozen(v_payee.frozen, v_payee.frozen_until, 'CREDITS', v_now)
            THEN 'payee_cannot_receive'
    END;
    IF v_refusal IS NOT NULL THEN
        RETURN private.end_hold(v_held, 'FAILED', v_refusal, v_now, p_actor, p_session_id);
    END IF;

    -- Nobody else comes between: the payer's and the payee's rows are locked, and its own.
    UPDATE public.accounts AS a SET held = a.held - v_held.amount - v_held.fee
    WHERE a.id = v_payer.id;
    PERFORM private.book(false, p_id, v_payer.id, v_payer.user_id, v_payee.id, v_payee.user_id,
        private.counterparty_name(v_payee, v_payer.user_id),
        private.counterparty_name(v_payer, v_payee.user_id), true,
        CASE WHEN v_held.fee > 0 THEN private.fee_account_id(v_held.currency) END, v_held.amount,
        v_held.currency, v_held.fee, v_held.note, v_now, p_actor, p_session_id, v_payer.spent_on,
        v_payer.spent_day, v_payer.spent_month, NULL);
    SELECT t.* INTO v_held FROM public.transactions AS t WHERE t.id = p_id;
    RETURN v_held;
END
$$;
