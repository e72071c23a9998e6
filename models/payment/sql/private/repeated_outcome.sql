-- The first outcome of an id that was claimed before, for its own actor and the same content; a held one that
-- is past its time has expired, also while nobody has come to end it. It
-- writes, so that the answer waits for the disk and a standby, as the payment did or has yet to.
-- Raises IP206 id_reused, which tells nothing about the other payment.
CREATE FUNCTION private.repeated_outcome(
    p_id uuid, p_actor uuid, p_payer_id uuid, p_payee_id uuid, p_amount numeric, p_currency text,
    p_note text, p_expires_at timestamp
) RETURNS private.outcome
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_outcome private.outcome;
BEGIN
    UPDATE public.transactions AS t SET repeats = t.repeats + 1
    WHERE t.id = p_id AND t.initiated_by = p_actor
        AND (t.failure_code IS NOT DISTINCT FROM 'abandoned'
            OR ((t.from_account_id, t.to_account_id, t.amount, t.currency, t.note)
                    = (p_payer_id, p_payee_id, p_amount, p_currency, p_note)
                AND t.expires_at IS NOT DISTINCT FROM p_expires_at
                AND t.kind = 'TRANSFER' AND t.batch_id IS NULL))
    RETURNING CASE WHEN t.status = 'PENDING' AND t.expires_at <= private.utc_now()
        THEN 'EXPIRED' ELSE t.status END, t.failure_code, coalesce(t.completed_at, t.initiated_at),
        t.payer_balance_after, t.fee
    INTO v_outcome;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP206', MESSAGE = 'id_reused';
    END IF;
    RETURN v_outcome;
END
$$;
