-- An own account's balance at each of up to 400 moments (UTC) in their order, entries of that very moment
-- not counted: what a plot over a year of days needs. Bounded however long the history: each moment costs
-- a few looks by key, at most twice as many as halving does.
-- Raises IP001..IP003, IP203 account_unknown, IP229 period_invalid (a moment missing or before the one in
-- front of it, too many, several dimensions).
CREATE FUNCTION api.balances_at(p_token text, p_account_id uuid, p_moments timestamp[])
RETURNS TABLE (at timestamp, balance numeric)
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
    v_known bigint := 0;
    v_balance numeric := 0.00;
    v_before timestamp := '-infinity';
    v_found bigint;
BEGIN
    IF p_moments IS NULL OR cardinality(p_moments) > 400 OR array_ndims(p_moments) > 1 THEN
        RAISE EXCEPTION USING ERRCODE = 'IP229', MESSAGE = 'period_invalid';
    END IF;
    FOREACH at IN ARRAY p_moments LOOP
        IF coalesce(at < v_before, true) THEN
            RAISE EXCEPTION USING ERRCODE = 'IP229', MESSAGE = 'period_invalid';
        END IF;
        v_found := private.next_sequence_before(p_account_id, v_known, v_account.last_sequence, at);
        IF v_found > v_known THEN
            v_known := v_found;
            v_balance := private.balance_after(p_account_id, v_known);
        END IF;
        v_before := at;
        balance := v_balance;
        RETURN NEXT;
    END LOOP;
END
$$;
