-- The fee account that this backend pays into, null where the currency has none: of as many as there are, each
-- backend its own, by its process id, as those that start together have neighbouring ones.
CREATE FUNCTION private.fee_account_id(p_currency bpchar) RETURNS uuid
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_ids uuid[] := ARRAY(SELECT f.account_id FROM public.fee_accounts AS f
        WHERE f.currency = p_currency ORDER BY f.stripe);
BEGIN
    RETURN v_ids[1 + pg_backend_pid() % nullif(cardinality(v_ids), 0)];
END
$$;
