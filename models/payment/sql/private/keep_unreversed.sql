-- Claims the id of a reversal that is refused, and records why. Raises IP007 changed_meanwhile where the id
-- was claimed at the same time: nothing is done.
CREATE FUNCTION private.keep_unreversed(
    p_id uuid, p_original public.transactions, p_source uuid, p_failure_code text, p_reason text,
    p_at timestamp, p_actor uuid, p_session_id uuid
) RETURNS private.outcome
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    INSERT INTO public.transactions (id, from_account_id, to_account_id, amount, currency, status,
        initiated_at, completed_at, kind, initiated_by, failure_code, original_id)
    VALUES (p_id, p_source, p_original.from_account_id, p_original.amount, p_original.currency,
        'FAILED', p_at, p_at, 'REVERSAL', p_actor, p_failure_code, p_original.id)
    ON CONFLICT (id) DO NOTHING;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP007', MESSAGE = 'changed_meanwhile';
    END IF;
    PERFORM private.record('payment', 'reversal_refused',
        jsonb_build_object('transaction_id', p_id, 'original_id', p_original.id,
            'from_account_id', p_source, 'to_account_id', p_original.from_account_id,
            'amount', p_original.amount, 'currency', p_original.currency, 'reason', p_reason,
            'failure_code', p_failure_code),
        p_actor, p_session_id);
    RETURN ROW('FAILED', p_failure_code, p_at, NULL, 0.00, NULL)::private.outcome;
END
$$;
