-- The fee account that this backend pays into, null where the currency has none.
CREATE FUNCTION private.fee_account_id(p_currency bpchar) RETURNS uuid
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    RETURN (SELECT f.account_id FROM public.fee_accounts AS f
        WHERE f.stripe + 1 = private.fee_stripe() AND f.currency = p_currency);
END
$$;
