-- Claims the id of a reversal that is refused, and records why. False where the id had been claimed
-- before: then nothing is done.
CREATE FUNCTION private.keep_unreversed(
    p_id uuid, p_original public.transactions, p_source uuid, p_failure_code text, p_reason text,
    p_at timestamp, p_actor uuid, p_session_id uuid
) RETURNS boolean
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    INSERT INTO public.transactions (id, from_account_id, to_account_id, amount, currency, status,
        initiated_at, completed_at, kind, note, initiated_by, failure_code)
    VALUES (p_id, p_source, p_original.from_account_id, p_original.amount, p_original.currency,
        'FAILED', p_at, p_at, 'REVERSAL', left(p_reason, 140), p_actor, p_failure_code)
    ON CONFLICT (id) DO NOTHING;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM private.record('payment', 'reversal_refused',
        jsonb_build_object('transaction_id', p_id, 'original_id', p_original.id,
            'from_account_id', p_source, 'to_account_id', p_original.from_account_id,
            'amount', p_original.amount, 'currency', p_original.currency, 'reason', p_reason,
            'failure_code', p_failure_code),
        p_actor, p_session_id);
    RETURN true;
END
$$;
