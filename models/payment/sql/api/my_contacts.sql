-- The caller's contacts by name, each with its owner's masked name as it is now. One whose account was
-- closed stays, marked, so that its disappearing puzzles nobody. Raises IP001..IP003.
CREATE FUNCTION api.my_contacts(p_token text)
RETURNS TABLE (id uuid, account_id uuid, name text, masked_name text, currency text, reached_by text,
    is_own boolean, is_closed boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_owner uuid := (private.caller(p_token)).user_id;
BEGIN
    RETURN QUERY
    SELECT c.id, c.account_id, c.name::text, private.counterparty_name(a, v_owner),
        a.currency::text, c.reached_by::text, a.user_id = v_owner, a.closed_at IS NOT NULL
    FROM public.contacts AS c
    JOIN public.accounts AS a ON a.id = c.account_id
    WHERE c.owner_id = v_owner
    ORDER BY lower(c.name), c.name, c.id;
END
$$;
