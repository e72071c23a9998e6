-- Posts a held payment whose accounts' rows and its own are locked (private.lock_held): with the fee it was
-- held with, whatever tariffs say now. A freeze or a closed account that came meanwhile makes it FAILED, and so
-- does a till that was counted, or has too little; past its time it has expired. One that is decided stays.
CREATE FUNCTION private.post_locked(
    p_held public.transactions, p_payer public.accounts, p_payee public.accounts, p_actor uuid,
    p_session_id uuid
) RETURNS public.transactions
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_now timestamp;
    v_refusal text;
BEGIN
    IF p_held.status <> 'PENDING' THEN
        RETURN p_held;
    END IF;
    v_now := private.utc_now();
    IF p_held.expires_at <= v_now THEN
        RETURN private.end_hold(p_held, 'EXPIRED', NULL, v_now, p_actor, p_session_id);
    END IF;
    v_refusal := CASE
        WHEN private.is_frozen(p_payer.frozen, p_payer.frozen_until, 'DEBITS', v_now)
            THEN 'account_frozen'
        WHEN p_payee.closed_at IS NOT NULL
            OR p_payee.balance + p_held.amount > 9999999999999999.99
            OR private.is_frozen(p_payee.frozen, p_payee.frozen_until, 'CREDITS', v_now)
            THEN 'payee_cannot_receive'
        WHEN p_held.kind IN ('CASH_IN', 'CASH_OUT')
            THEN private.till_refusal(p_held.kind, p_payer, p_payee, p_held.amount)
    END;
    IF v_refusal IS NOT NULL THEN
        RETURN private.end_hold(p_held, 'FAILED', v_refusal, v_now, p_actor, p_session_id);
    END IF;

    -- Nobody else comes between: the payer's and the payee's rows are locked, and its own.
    UPDATE public.accounts AS a SET held = a.held - p_held.amount - p_held.fee
    WHERE a.id = p_payer.id;
    PERFORM private.book(false, p_held.id, p_held.kind, p_payer.id, p_payer.user_id, p_payee.id,
        p_payee.user_id, private.counterparty_name(p_payee, p_payer.user_id),
        private.counterparty_name(p_payer, p_payee.user_id), true,
        CASE WHEN p_held.fee > 0 THEN private.fee_account_id(p_held.currency) END, p_held.amount,
        p_held.currency, p_held.fee, p_held.note, v_now, p_actor, p_session_id, p_payer.spent_on,
        p_payer.spent_day, p_payer.spent_month, NULL);
    SELECT t.* INTO p_held FROM public.transactions AS t WHERE t.id = p_held.id;
    RETURN p_held;
END
$$;
