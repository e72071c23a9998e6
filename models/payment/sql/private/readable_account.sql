-- One account that this person may read, as its owner or as staff who has opened its owner. Raises IP203 account_unknown.
CREATE FUNCTION private.readable_account(p_reader uuid, p_account_id uuid) RETURNS public.accounts
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_account public.accounts;
BEGIN
    SELECT a.* INTO v_account FROM public.accounts AS a
    WHERE a.id = p_account_id;
    IF v_account.user_id IS DISTINCT FROM p_reader
        AND NOT private.is_open_to(p_reader, v_account.user_id)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
    END IF;
    RETURN v_account;
END
$$;
