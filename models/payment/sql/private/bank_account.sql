-- The bank's own account of a kind in a currency (VAULT, VARIANCE, BANK): the oldest, made where there is none.
-- Raises IP263 account_invalid (a currency that the bank does not offer).
CREATE FUNCTION private.bank_account(p_kind text, p_currency text) RETURNS public.accounts
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_account public.accounts;
BEGIN
    -- Two at once make one.
    PERFORM pg_advisory_xact_lock(hashtextextended(p_kind || p_currency, 2));
    SELECT a.* INTO v_account FROM public.accounts AS a
    WHERE a.kind = p_kind AND a.currency = p_currency AND a.user_id IS NULL AND a.closed_at IS NULL
    ORDER BY a.created_at, a.id LIMIT 1;
    IF FOUND THEN
        RETURN v_account;
    ELSIF NOT EXISTS (SELECT FROM public.counter_limits AS l WHERE l.currency = p_currency) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP263', MESSAGE = 'account_invalid';
    END IF;
    INSERT INTO public.accounts (currency, kind, name)
    VALUES (p_currency, p_kind, initcap(p_kind) || ' ' || p_currency)
    RETURNING * INTO v_account;
    RETURN v_account;
END
$$;
