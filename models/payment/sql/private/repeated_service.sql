-- The first outcome of an id that the same person has used before for the same thing at the counter; null for a
-- new one. Raises IP206 id_reused.
CREATE FUNCTION private.repeated_service(
    p_id uuid, p_actor uuid, p_kind text, p_payer_id uuid, p_payee_id uuid, p_amount numeric,
    p_currency text, p_note text
) RETURNS private.outcome
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_outcome private.outcome;
BEGIN
    UPDATE public.transactions AS t SET repeats = t.repeats + 1
    WHERE t.id = p_id AND t.initiated_by = p_actor
        AND (t.failure_code IS NOT DISTINCT FROM 'abandoned'
            OR (t.kind, t.from_account_id, t.to_account_id, t.amount, t.currency, t.note)
                = (p_kind, p_payer_id, p_payee_id, p_amount, p_currency, p_note))
    RETURNING CASE WHEN t.status = 'PENDING' AND t.expires_at <= private.utc_now()
        THEN 'EXPIRED' ELSE t.status END, t.failure_code, coalesce(t.completed_at, t.initiated_at),
        t.payer_balance_after, t.fee
    INTO v_outcome;
    IF FOUND THEN
        RETURN v_outcome;
    ELSIF EXISTS (SELECT FROM public.transactions AS t WHERE t.id = p_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP206', MESSAGE = 'id_reused';
    END IF;
    RETURN NULL;
END
$$;
