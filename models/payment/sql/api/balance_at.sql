-- An own account's balance as it was at a moment (UTC), entries of that very moment not counted.
-- Raises IP001..IP003, IP203 account_unknown, IP229 period_invalid (no moment).
CREATE FUNCTION api.balance_at(p_token text, p_account_id uuid, p_at timestamp) RETURNS numeric
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_account public.accounts := private.readable_account(
        (private.caller(p_token)).user_id, p_account_id);
BEGIN
    IF p_at IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP229', MESSAGE = 'period_invalid';
    END IF;
    RETURN private.balance_after(p_account_id,
        private.last_sequence_before(p_account_id, v_account.last_sequence, p_at));
END
$$;
