-- The row of an account that staff are about to change, locked.
-- Raises IP203 account_unknown (none, or not a customer's).
CREATE FUNCTION private.lock_customer_account(p_account_id uuid) RETURNS public.accounts
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_account public.accounts;
BEGIN
    SELECT a.* INTO v_account FROM public.accounts AS a
    WHERE a.id = p_account_id AND a.kind = 'CUSTOMER' FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
    END IF;
    RETURN v_account;
END
$$;
