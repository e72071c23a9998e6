-- Opens the caller's till in a currency, with a float from the vault, which may be nothing. One till a teller and
-- currency; a new one only when the one before is closed. The same id with the same content answers again. Returns
-- what is in the drawer. TELLER, SUPERVISOR.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP007, IP201 amount_invalid, IP206 id_reused, IP208
-- id_missing, IP209 holder_unknown (the caller's own name), IP263 account_invalid (the currency), IP271
-- till_already_open, IP275 vault_lacks_cash.
CREATE FUNCTION api.open_till(p_token text, p_id uuid, p_currency text, p_float numeric)
RETURNS numeric
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.writer(p_token);
    v_known public.till_sessions;
    v_session public.till_sessions;
BEGIN
    PERFORM private.require_role(v_caller.roles, 'TELLER', 'SUPERVISOR');
    IF p_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP208', MESSAGE = 'id_missing';
    ELSIF (p_float = 0 OR private.is_amount(p_float)) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = 'IP201', MESSAGE = 'amount_invalid';
    END IF;
    SELECT s.* INTO v_known FROM public.till_sessions AS s WHERE s.id = p_id;
    IF FOUND THEN
        IF (v_known.teller_id, v_known.currency, v_known.opening_float)
            IS DISTINCT FROM (v_caller.user_id, p_currency::char(3), p_float)
            OR v_known.taken_over_from IS NOT NULL
        THEN
            RAISE EXCEPTION USING ERRCODE = 'IP206', MESSAGE = 'id_reused';
        END IF;
        RETURN v_known.opening_float;
    END IF;
    v_session := private.begin_till(v_caller, p_id, p_currency, p_float, NULL);
    IF p_float > 0 THEN
        PERFORM private.from_vault(v_caller, p_id, v_session, p_float, 'TILL_FLOAT', '');
    END IF;
    RETURN p_float;
END
$$;
