-- Closes the caller's till, once it was counted: the cash goes to the vault, what differs is booked with a reason.
-- Above the amount that needs a supervisor it closes as well, and waits for one (api.accept_variance). One that is
-- closed stays closed. TELLER, SUPERVISOR.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP007, IP216 reason_invalid, IP272 till_unknown, IP279
-- till_not_counted.
CREATE FUNCTION api.close_till(p_token text, p_id uuid, p_reason text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.writer(p_token);
    v_till public.till_sessions;
BEGIN
    v_till := private.own_till(v_caller, p_id);
    IF v_till.closed_at IS NOT NULL THEN
        RETURN;
    ELSIF v_till.counted_at IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP279', MESSAGE = 'till_not_counted';
    END IF;
    PERFORM private.end_till(v_caller, v_till, p_reason,
        (private.bank_account('VAULT', v_till.currency)).id, 'TILL_RETURN');
END
$$;
