-- Takes a customer's cash in, or pays it out, at the caller's open till (private.serve): CASH_IN or CASH_OUT. How
-- the customer was identified is kept with the slip. TELLER, SUPERVISOR.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP007, IP201 amount_invalid, IP203 account_unknown, IP205
-- currency_differs, IP206 id_reused, IP207 note_invalid, IP208 id_missing, IP216 reason_invalid (the
-- identification), IP262 customer_not_open, IP270 till_not_open, IP273 cash_invalid (neither in nor out).
CREATE FUNCTION api.cash(
    p_token text, p_id uuid, p_kind text, p_account_id uuid, p_amount numeric, p_currency text,
    p_identification text, p_note text
) RETURNS private.outcome
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.writer(p_token);
BEGIN
    PERFORM private.require_role(v_caller.roles, 'TELLER', 'SUPERVISOR');
    IF coalesce(p_kind NOT IN ('CASH_IN', 'CASH_OUT'), true) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP273', MESSAGE = 'cash_invalid';
    END IF;
    RETURN private.serve(v_caller, p_id, p_kind, p_account_id, NULL, p_amount, p_currency,
        p_identification, p_note);
END
$$;
