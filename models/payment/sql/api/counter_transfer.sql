-- Makes a transfer for a customer at the counter, with the fee that the customer would pay (private.serve). The
-- customer's own limits do not bound it; what the caller's role may do alone does. TELLER, SUPERVISOR.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP007, IP201..IP205, IP206 id_reused, IP207 note_invalid,
-- IP208 id_missing, IP216 reason_invalid (the identification), IP262 customer_not_open, IP270 till_not_open.
CREATE FUNCTION api.counter_transfer(
    p_token text, p_id uuid, p_payer_id uuid, p_payee_id uuid, p_amount numeric, p_currency text,
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
    IF p_payee_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP202', MESSAGE = 'payee_unknown';
    END IF;
    RETURN private.serve(v_caller, p_id, 'COUNTER', p_payer_id, p_payee_id, p_amount, p_currency,
        p_identification, p_note);
END
$$;
