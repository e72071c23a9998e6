-- Which of the caller's own accounts may send batches. The column itself is not for reading: comparing it would be
-- asked before the policy, and tell of others' accounts.
-- Raises IP001..IP003.
CREATE FUNCTION api.batch_accounts(p_token text) RETURNS TABLE (account_id uuid)
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
    RETURN QUERY SELECT a.id FROM public.accounts AS a
    WHERE a.user_id = v_caller.user_id AND a.batches_allowed AND a.closed_at IS NULL;
END
$$;
