-- Other people's tills that were counted and are not closed yet: whoever takes one over counts the same cash without
-- being told how much it is, so no amount is given. TELLER, SUPERVISOR. Raises IP001..IP003, IP004 not_permitted.
CREATE FUNCTION api.tills_to_take_over(p_token text)
RETURNS TABLE (id uuid, number integer, teller text, currency text, business_day date, counted_at timestamp)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.caller(p_token);
BEGIN
    PERFORM private.require_role(v_caller.roles, 'TELLER', 'SUPERVISOR');
    RETURN QUERY
    SELECT s.id, t.number, s.teller_name::text, s.currency::text, s.business_day, s.counted_at
    FROM public.till_sessions AS s
    JOIN public.tills AS t ON t.account_id = s.account_id
    WHERE s.closed_at IS NULL AND s.counted_at IS NOT NULL AND s.teller_id <> v_caller.user_id
    ORDER BY s.counted_at, s.id
    LIMIT 100;
END
$$;
