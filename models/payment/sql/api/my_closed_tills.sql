-- The caller's tills of the last week that are closed, the newest first, so that their sheets can be printed once more.
-- TELLER, SUPERVISOR. Raises IP001..IP003, IP004 not_permitted.
CREATE FUNCTION api.my_closed_tills(p_token text)
RETURNS TABLE (id uuid, number integer, currency text, business_day date, opened_at timestamp,
    closed_at timestamp)
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
    SELECT s.id, t.number, s.currency::text, s.business_day, s.opened_at, s.closed_at
    FROM public.till_sessions AS s
    JOIN public.tills AS t ON t.account_id = s.account_id
    WHERE s.business_day > v_today - 7 AND s.teller_id = v_caller.user_id AND s.closed_at IS NOT NULL
    ORDER BY s.closed_at DESC, s.id
    LIMIT 100;
END
$$;
