-- A payment at the counter that somebody else made and that is to be decided, with both accounts' rows and its own
-- locked. Nobody decides about what they made themselves, at whatever window, or about an account of their own.
-- Raises IP004 not_permitted, IP212 transaction_unknown.
CREATE FUNCTION private.lock_for_approval(
    p_caller private.caller_facts, p_id uuid,
    OUT held public.transactions, OUT payer public.accounts, OUT payee public.accounts
)
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_maker uuid;
    v_locked record;
BEGIN
    PERFORM private.require_role(p_caller.roles, 'SUPERVISOR');
    SELECT t.initiated_by INTO v_maker FROM public.transactions AS t
    WHERE t.id = p_id AND t.kind IN ('CASH_IN', 'CASH_OUT', 'COUNTER');
    IF v_maker IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP212', MESSAGE = 'transaction_unknown';
    ELSIF v_maker = p_caller.user_id THEN
        RAISE EXCEPTION USING ERRCODE = 'IP004', MESSAGE = 'not_permitted';
    END IF;
    v_locked := private.lock_held(p_id, v_maker);
    held := v_locked.held;
    payer := v_locked.payer;
    payee := v_locked.payee;
    IF p_caller.user_id IN (payer.user_id, payee.user_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP004', MESSAGE = 'not_permitted';
    END IF;
END
$$;
