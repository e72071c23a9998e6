-- Posts a payment of a customer's that was held, once, for its payer (private.post_locked).
-- Raises IP212 transaction_unknown (also of a teller's that waits for approval).
CREATE FUNCTION private.post_held(p_id uuid, p_actor uuid, p_session_id uuid)
RETURNS public.transactions
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_locked record;
    v_held public.transactions;
BEGIN
    v_locked := private.lock_held(p_id, p_actor);
    v_held := v_locked.held;
    IF v_held.kind <> 'TRANSFER' THEN
        -- Somebody else decides (api.approve).
        RAISE EXCEPTION USING ERRCODE = 'IP212', MESSAGE = 'transaction_unknown';
    END IF;
    RETURN private.post_locked(v_held, v_locked.payer, v_locked.payee, p_actor, p_session_id);
END
$$;
