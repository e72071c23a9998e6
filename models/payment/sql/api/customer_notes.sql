-- The notes about a customer whom the caller has opened, newest first, a hundred.
-- Raises IP001..IP003, IP004 not_permitted, IP262 customer_not_open.
CREATE FUNCTION api.customer_notes(p_token text, p_customer_id uuid)
RETURNS TABLE (id uuid, author_name text, text text, created_at timestamp)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.require_open(private.caller(p_token), p_customer_id,
        'TELLER', 'SUPERVISOR', 'AUDITOR');
    RETURN QUERY
    SELECT n.id, n.author_name::text, n.text::text, n.created_at
    FROM public.customer_notes AS n
    WHERE n.customer_id = p_customer_id
    ORDER BY n.created_at DESC, n.id
    LIMIT 100;
END
$$;
