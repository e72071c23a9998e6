-- Moves cash between the caller's open till and the vault, FROM_VAULT or TO_VAULT. Exactly once by its id.
-- TELLER, SUPERVISOR.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP007, IP201 amount_invalid, IP206 id_reused, IP207
-- note_invalid, IP208 id_missing, IP263 account_invalid, IP270 till_not_open, IP273 cash_invalid (the
-- direction), IP275 vault_lacks_cash, IP276 drawer_lacks_cash.
CREATE FUNCTION api.move_till_cash(
    p_token text, p_id uuid, p_direction text, p_currency text, p_amount numeric, p_note text
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
    v_till public.till_sessions;
    v_vault_id uuid;
    v_kind text;
    v_known private.outcome;
BEGIN
    PERFORM private.require_role(v_caller.roles, 'TELLER', 'SUPERVISOR');
    IF p_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP208', MESSAGE = 'id_missing';
    ELSIF NOT private.is_amount(p_amount) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP201', MESSAGE = 'amount_invalid';
    ELSIF p_note IS NULL OR length(p_note) > 140 OR private.controls_text(p_note) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP207', MESSAGE = 'note_invalid';
    ELSIF coalesce(p_direction NOT IN ('FROM_VAULT', 'TO_VAULT'), true) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP273', MESSAGE = 'cash_invalid';
    ELSIF p_currency IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP263', MESSAGE = 'account_invalid';
    END IF;
    v_till := private.open_till(v_caller.user_id, p_currency);
    v_vault_id := (private.bank_account('VAULT', p_currency)).id;
    v_kind := CASE p_direction WHEN 'FROM_VAULT' THEN 'TILL_FLOAT' ELSE 'TILL_RETURN' END;
    v_known := private.repeated_service(p_id, v_caller.user_id, v_kind,
        CASE v_kind WHEN 'TILL_FLOAT' THEN v_till.account_id ELSE v_vault_id END,
        CASE v_kind WHEN 'TILL_FLOAT' THEN v_vault_id ELSE v_till.account_id END, p_amount,
        p_currency, p_note);
    IF v_known.status IS NOT NULL THEN
        RETURN v_known;
    ELSIF v_kind = 'TILL_FLOAT' THEN
        RETURN private.from_vault(v_caller, p_id, v_till, p_amount, v_kind, p_note);
    ELSIF -(SELECT a.balance FROM public.accounts AS a WHERE a.id = v_till.account_id) < p_amount THEN
        RAISE EXCEPTION USING ERRCODE = 'IP276', MESSAGE = 'drawer_lacks_cash';
    END IF;
    RETURN private.move_own(p_id, v_kind, v_vault_id, v_till.account_id, p_amount, p_note,
        v_caller.user_id, v_caller.session_id);
END
$$;
