-- Between which balances and entries a period of an own account lies (UTC, its end not included). The
-- entries are then read by key, from first to last; both are null where there are none.
-- Raises IP001..IP003, IP203 account_unknown, IP229 period_invalid (without a bound, or its end comes first).
CREATE FUNCTION api.statement(
    p_token text, p_account_id uuid, p_from timestamp, p_to timestamp,
    OUT opening_balance numeric, OUT closing_balance numeric, OUT first_sequence bigint,
    OUT last_sequence bigint
)
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
    v_before bigint;
    v_last bigint;
BEGIN
    IF coalesce(p_from > p_to, true) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP229', MESSAGE = 'period_invalid';
    END IF;
    v_before := private.last_sequence_before(p_account_id, v_account.last_sequence, p_from);
    v_last := private.last_sequence_before(p_account_id, v_account.last_sequence, p_to);
    opening_balance := private.balance_after(p_account_id, v_before);
    closing_balance := private.balance_after(p_account_id, v_last);
    IF v_last > v_before THEN
        first_sequence := v_before + 1;
        last_sequence := v_last;
    END IF;
END
$$;
