-- Claims the id of a payment that moves no money now: one that is refused (`p_failure_code`), or one
-- that is held. The payer's row is locked. False where the id had been claimed before: then nothing is
-- done.
CREATE FUNCTION private.keep_unposted(
    p_id uuid, p_payer public.accounts, p_payee_id uuid, p_amount numeric, p_fee numeric,
    p_failure_code text, p_note text, p_at timestamp, p_expires_at timestamp, p_actor uuid,
    p_session_id uuid, p_spent_on date, p_spent_day numeric, p_spent_month numeric
) RETURNS boolean
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    INSERT INTO public.transactions (id, from_account_id, to_account_id, amount, currency, status,
        initiated_at, completed_at, note, fee, initiated_by, failure_code, expires_at)
    VALUES (p_id, p_payer.id, p_payee_id, p_amount, p_payer.currency,
        CASE WHEN p_failure_code IS NULL THEN 'PENDING' ELSE 'FAILED' END, p_at,
        CASE WHEN p_failure_code IS NOT NULL THEN p_at END, p_note, p_fee, p_actor,
        p_failure_code, p_expires_at)
    ON CONFLICT (id) DO NOTHING;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    IF p_failure_code IS NULL THEN
        UPDATE public.accounts AS a
        SET held = a.held + p_amount + p_fee, spent_on = p_spent_on, spent_day = p_spent_day,
            spent_month = p_spent_month
        WHERE a.id = p_payer.id;
    END IF;
    PERFORM private.record('payment',
        CASE WHEN p_failure_code IS NULL THEN 'transfer_held' ELSE 'transfer_refused' END,
        jsonb_build_object('transaction_id', p_id, 'from_account_id', p_payer.id,
            'to_account_id', p_payee_id, 'amount', p_amount, 'currency', p_payer.currency,
            'fee', p_fee, 'failure_code', p_failure_code),
        p_actor, p_session_id);
    RETURN true;
END
$$;
