-- A till of the caller's by its id, locked, whatever its state. Raises IP272 till_unknown.
CREATE FUNCTION private.own_till(p_caller private.caller_facts, p_id uuid)
RETURNS public.till_sessions
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_till public.till_sessions;
BEGIN
    PERFORM private.require_role(p_caller.roles, 'TELLER', 'SUPERVISOR');
    SELECT s.* INTO v_till FROM public.till_sessions AS s
    WHERE s.id = p_id AND s.teller_id = p_caller.user_id FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP272', MESSAGE = 'till_unknown';
    END IF;
    RETURN v_till;
END
$$;
