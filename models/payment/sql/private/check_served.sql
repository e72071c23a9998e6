-- Refuses what a teller may not do for anybody: accounts of the teller's own on either side, and a customer
-- that the teller has not opened. Raises IP004 not_permitted, IP203 account_unknown, IP262 customer_not_open.
CREATE FUNCTION private.check_served(
    p_caller private.caller_facts, p_kind text, p_payer public.accounts, p_payee public.accounts
) RETURNS void
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_customer_id uuid := CASE p_kind WHEN 'CASH_IN' THEN p_payee.user_id ELSE p_payer.user_id END;
BEGIN
    IF v_customer_id IS NULL OR (p_kind = 'COUNTER' AND p_payee.user_id IS NULL) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
    ELSIF p_caller.user_id IN (p_payer.user_id, p_payee.user_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP004', MESSAGE = 'not_permitted';
    END IF;
    PERFORM private.require_open(p_caller, v_customer_id, 'TELLER', 'SUPERVISOR');
END
$$;
