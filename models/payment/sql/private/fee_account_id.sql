-- Which of a currency's sixteen fee accounts this backend pays into: each its own, by its process id,
-- as those that start together have neighbouring ones.
CREATE FUNCTION private.fee_account_id(p_currency text) RETURNS uuid
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    RETURN (SELECT f.account_id FROM public.fee_accounts AS f
        WHERE f.currency = p_currency AND f.stripe = pg_backend_pid() % 16);
END
$$;
