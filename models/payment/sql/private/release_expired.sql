-- Ends the holds of one account that are past their time; its row is locked. Returns the row as it is
-- then.
CREATE FUNCTION private.release_expired(p_account public.accounts, p_at timestamp)
RETURNS public.accounts
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_held public.transactions;
    v_account public.accounts := p_account;
BEGIN
    FOR v_held IN
        SELECT t.* FROM public.transactions AS t
        WHERE t.from_account_id = p_account.id AND t.status = 'PENDING' AND t.expires_at <= p_at
        ORDER BY t.id
    LOOP
        PERFORM private.end_hold(v_held, 'EXPIRED', NULL, p_at, NULL, NULL);
        v_account := NULL;
    END LOOP;
    IF v_account.id IS NULL THEN
        SELECT a.* INTO v_account FROM public.accounts AS a WHERE a.id = p_account.id;
    END IF;
    RETURN v_account;
END
$$;
