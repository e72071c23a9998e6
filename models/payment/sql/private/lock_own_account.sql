-- Locks an account of this person's. Raises IP203 account_unknown.
CREATE FUNCTION private.lock_own_account(p_user_id uuid, p_account_id uuid) RETURNS public.accounts
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_account public.accounts;
BEGIN
    SELECT a.* INTO v_account FROM public.accounts AS a
    WHERE a.id = p_account_id AND a.user_id = p_user_id AND a.kind = 'CUSTOMER'
    FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
    END IF;
    RETURN v_account;
END
$$;
