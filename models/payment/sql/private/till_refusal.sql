-- Why a till takes part in no cash payment now, null where it does: it was counted or closed, or its drawer, which
-- is minus its account's balance, holds too little.
CREATE FUNCTION private.till_refusal(
    p_kind text, p_payer public.accounts, p_payee public.accounts, p_amount numeric
) RETURNS text
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.till_sessions AS s
        WHERE s.account_id = CASE p_kind WHEN 'CASH_IN' THEN p_payer.id ELSE p_payee.id END
            AND s.closed_at IS NULL AND s.counted_at IS NULL)
    THEN
        RETURN 'till_closed';
    ELSIF p_kind = 'CASH_OUT' AND -p_payee.balance < p_amount THEN
        RETURN 'drawer_lacks_cash';
    END IF;
    RETURN NULL;
END
$$;
