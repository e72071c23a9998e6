-- One account that this person may read. Raises IP203 account_unknown.
CREATE FUNCTION private.readable_account(p_reader uuid, p_account_id uuid) RETURNS public.accounts
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_account public.accounts;
BEGIN
    SELECT a.* INTO v_account FROM public.accounts AS a
    WHERE a.id = p_account_id AND a.user_id = p_reader;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
    END IF;
    RETURN v_account;
END
$$;
