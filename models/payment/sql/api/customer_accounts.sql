-- All accounts of a customer whom the caller has opened, oldest first, with what staff want to know of
-- each. Raises IP001..IP003, IP004 not_permitted, IP262 customer_not_open.
CREATE FUNCTION api.customer_accounts(p_token text, p_customer_id uuid)
RETURNS TABLE (id uuid, name text, iban text, address text, currency text, balance numeric,
    held numeric, created_at timestamp, frozen text, frozen_until timestamp, frozen_reason text,
    closed_at timestamp, batches_allowed boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_now timestamp := private.utc_now();
BEGIN
    PERFORM private.require_open(private.caller(p_token), p_customer_id,
        'TELLER', 'SUPERVISOR', 'AUDITOR');
    RETURN QUERY
    SELECT a.id, a.name::text, a.iban::text, p.address::text, a.currency::text, a.balance,
        (private.without_expired(a, v_now)).held, a.created_at,
        CASE WHEN f.is_frozen THEN a.frozen END::text, CASE WHEN f.is_frozen THEN a.frozen_until END,
        CASE WHEN f.is_frozen THEN a.frozen_reason END::text, a.closed_at, a.batches_allowed
    FROM public.accounts AS a
    CROSS JOIN LATERAL (SELECT a.frozen IS NOT NULL
        AND (a.frozen_until IS NULL OR a.frozen_until > v_now)) AS f (is_frozen)
    LEFT JOIN public.payment_addresses AS p ON p.account_id = a.id AND p.released_at IS NULL
    WHERE a.user_id = p_customer_id
    ORDER BY a.created_at, a.id;
END
$$;
