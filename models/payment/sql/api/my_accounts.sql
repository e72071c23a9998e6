-- The caller's own accounts, oldest first, with what is not granted on the tables. Holds and freezes
-- past their time count no more, also where nobody has come to end them.
-- Raises IP001..IP003.
CREATE FUNCTION api.my_accounts(p_token text)
RETURNS TABLE (id uuid, name text, iban text, address text, currency text, balance numeric,
    held numeric, created_at timestamp, frozen text, frozen_until timestamp, closed_at timestamp)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_reader uuid := (private.caller(p_token)).user_id;
    v_now timestamp := private.utc_now();
BEGIN
    RETURN QUERY
    SELECT a.id, a.name::text, a.iban::text, p.address::text, a.currency::text, a.balance,
        (private.without_expired(a, v_now)).held, a.created_at,
        CASE WHEN a.frozen_until IS NULL OR a.frozen_until > v_now THEN a.frozen END::text,
        CASE WHEN a.frozen_until > v_now THEN a.frozen_until END, a.closed_at
    FROM public.accounts AS a
    LEFT JOIN public.payment_addresses AS p ON p.account_id = a.id AND p.released_at IS NULL
    WHERE a.user_id = v_reader
    ORDER BY a.created_at, a.id;
END
$$;
