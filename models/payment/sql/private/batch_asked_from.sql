-- The account that somebody may send batches from, as its owner or as staff for an open customer.
-- Raises IP203 account_unknown (also a closed one), IP004 not_permitted, IP231 batch_not_offered, IP262
-- customer_not_open.
CREATE FUNCTION private.batch_asked_from(p_caller private.caller_facts, p_payer_id uuid)
RETURNS public.accounts
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_payer public.accounts;
BEGIN
    SELECT a.* INTO v_payer FROM public.accounts AS a WHERE a.id = p_payer_id;
    PERFORM private.batch_owner(p_caller, p_payer_id,
        v_payer.user_id IS DISTINCT FROM p_caller.user_id
            AND coalesce(p_caller.roles ?| ARRAY['TELLER', 'SUPERVISOR'], false));
    IF v_payer.closed_at IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
    ELSIF NOT v_payer.batches_allowed THEN
        RAISE EXCEPTION USING ERRCODE = 'IP231', MESSAGE = 'batch_not_offered';
    END IF;
    RETURN v_payer;
END
$$;
