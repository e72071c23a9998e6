-- Moves cash from the vault into a drawer. Raises IP206 id_reused, IP275 vault_lacks_cash.
CREATE FUNCTION private.from_vault(
    p_caller private.caller_facts, p_id uuid, p_till public.till_sessions, p_amount numeric, p_kind text,
    p_note text
) RETURNS private.outcome
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_vault_id uuid := (private.bank_account('VAULT', p_till.currency)).id;
BEGIN
    -- A drawer's or vault's cash is minus its account's balance: the drawer's account pays for what it gets.
    PERFORM private.take_turn(v_vault_id);
    IF -(SELECT a.balance FROM public.accounts AS a WHERE a.id = v_vault_id) < p_amount THEN
        RAISE EXCEPTION USING ERRCODE = 'IP275', MESSAGE = 'vault_lacks_cash';
    ELSIF EXISTS (SELECT FROM public.transactions AS t WHERE t.id = p_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP206', MESSAGE = 'id_reused';
    END IF;
    RETURN private.move_own(p_id, p_kind, p_till.account_id, v_vault_id, p_amount, p_note,
        p_caller.user_id, p_caller.session_id);
END
$$;
