-- Whose account a batch would be paid from: the caller's own or, at the counter, one of a customer whom a
-- teller or supervisor has opened. Whose it is never changes, so no row is locked for it.
-- Raises IP004 not_permitted (the role, or an account of the caller's own at the counter), IP203
-- account_unknown, IP262 customer_not_open.
CREATE FUNCTION private.batch_owner(
    p_caller private.caller_facts, p_payer_id uuid, p_at_counter boolean
) RETURNS uuid
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_owner uuid;
BEGIN
    IF p_at_counter THEN
        PERFORM private.require_role(p_caller.roles, 'TELLER', 'SUPERVISOR');
    END IF;
    SELECT a.user_id INTO v_owner FROM public.accounts AS a WHERE a.id = p_payer_id;
    IF v_owner IS NULL OR (NOT p_at_counter AND v_owner <> p_caller.user_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
    ELSIF p_at_counter THEN
        PERFORM private.require_open(p_caller, v_owner, 'TELLER', 'SUPERVISOR');
    END IF;
    RETURN v_owner;
END
$$;
