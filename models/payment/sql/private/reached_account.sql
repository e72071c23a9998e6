-- The customer's account that a folded address or IBAN reaches, whole texts only. One that is closed, or
-- whose address was released, is as unknown as one that never was.
-- Raises IP202 payee_unknown.
CREATE FUNCTION private.reached_account(p_folded text) RETURNS public.accounts
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_account public.accounts;
BEGIN
    IF strpos(p_folded, '@') > 0 THEN
        SELECT a.* INTO v_account FROM public.payment_addresses AS p
        JOIN public.accounts AS a ON a.id = p.account_id
        WHERE p.address = p_folded AND p.released_at IS NULL
            AND a.kind = 'CUSTOMER' AND a.closed_at IS NULL;
    ELSE
        SELECT a.* INTO v_account FROM public.accounts AS a
        WHERE a.iban = p_folded AND a.kind = 'CUSTOMER' AND a.closed_at IS NULL;
    END IF;
    IF v_account.id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP202', MESSAGE = 'payee_unknown';
    END IF;
    RETURN v_account;
END
$$;
