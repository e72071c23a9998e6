-- The caller's tills that are open, one a currency: what is in the drawer now, and once counted, what was found.
-- TELLER, SUPERVISOR. Raises IP001..IP003, IP004 not_permitted.
CREATE FUNCTION api.my_tills(p_token text)
RETURNS TABLE (id uuid, number integer, currency text, business_day date, opened_at timestamp,
    opening_float numeric, drawer numeric, counted numeric, expected numeric, needs_approval boolean,
    is_of_today boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.caller(p_token);
    v_today date := private.today(private.utc_now());
BEGIN
    PERFORM private.require_role(v_caller.roles, 'TELLER', 'SUPERVISOR');
    RETURN QUERY
    SELECT s.id, t.number, s.currency::text, s.business_day, s.opened_at, s.opening_float, -a.balance,
        s.counted, s.expected, s.variance_needs_approval, s.business_day = v_today
    FROM public.till_sessions AS s
    JOIN public.tills AS t ON t.account_id = s.account_id
    JOIN public.accounts AS a ON a.id = s.account_id
    WHERE s.teller_id = v_caller.user_id AND s.closed_at IS NULL
    ORDER BY s.opened_at, s.id;
END
$$;
