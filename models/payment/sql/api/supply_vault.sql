-- Cash comes into the vault from outside, or leaves it (a negative amount), on the bank's own account. Exactly once by
-- its id. SUPERVISOR.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP007, IP201 amount_invalid, IP206 id_reused, IP208
-- id_missing, IP216 reason_invalid, IP263 account_invalid (the currency), IP275 vault_lacks_cash.
CREATE FUNCTION api.supply_vault(
    p_token text, p_id uuid, p_currency text, p_amount numeric, p_reason text
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
    v_reason text;
    v_vault_id uuid;
    v_bank_id uuid;
    v_known private.outcome;
BEGIN
    PERFORM private.require_role(v_caller.roles, 'SUPERVISOR');
    v_reason := left(private.check_reason(p_reason), 140);
    IF p_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP208', MESSAGE = 'id_missing';
    ELSIF NOT private.is_amount(abs(p_amount)) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP201', MESSAGE = 'amount_invalid';
    ELSIF p_currency IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP263', MESSAGE = 'account_invalid';
    END IF;
    v_vault_id := (private.bank_account('VAULT', p_currency)).id;
    v_bank_id := (private.bank_account('BANK', p_currency)).id;
    PERFORM private.take_turn(v_vault_id);
    v_known := private.repeated_service(p_id, v_caller.user_id, 'VAULT_SUPPLY',
        CASE WHEN p_amount > 0 THEN v_vault_id ELSE v_bank_id END,
        CASE WHEN p_amount > 0 THEN v_bank_id ELSE v_vault_id END, abs(p_amount), p_currency, v_reason);
    IF v_known.status IS NOT NULL THEN
        RETURN v_known;
    ELSIF p_amount < 0
        AND -(SELECT a.balance FROM public.accounts AS a WHERE a.id = v_vault_id) < -p_amount
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP275', MESSAGE = 'vault_lacks_cash';
    END IF;
    RETURN private.move_own(p_id, 'VAULT_SUPPLY',
        CASE WHEN p_amount > 0 THEN v_vault_id ELSE v_bank_id END,
        CASE WHEN p_amount > 0 THEN v_bank_id ELSE v_vault_id END, abs(p_amount), v_reason,
        v_caller.user_id, v_caller.session_id);
END
$$;
