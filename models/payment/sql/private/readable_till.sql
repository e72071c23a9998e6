-- A till that the caller may look at: their own, and to supervisors and auditors everybody's.
-- Raises IP004 not_permitted, IP272 till_unknown.
CREATE FUNCTION private.readable_till(p_caller private.caller_facts, p_id uuid)
RETURNS public.till_sessions
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_till public.till_sessions;
BEGIN
    PERFORM private.require_role(p_caller.roles, 'TELLER', 'SUPERVISOR', 'AUDITOR');
    SELECT s.* INTO v_till FROM public.till_sessions AS s
    WHERE s.id = p_id AND (s.teller_id = p_caller.user_id
        OR coalesce(p_caller.roles ?| ARRAY['SUPERVISOR', 'AUDITOR'], false));
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP272', MESSAGE = 'till_unknown';
    END IF;
    RETURN v_till;
END
$$;
