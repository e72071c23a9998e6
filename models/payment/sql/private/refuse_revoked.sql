-- Refuses a token whose person or session was revoked after it was issued. Raises IP003 token_revoked.
CREATE FUNCTION private.refuse_revoked(p_caller private.caller_facts) RETURNS void
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    PERFORM FROM public.revocations AS r
    WHERE r.subject = ANY (ARRAY[p_caller.user_id, p_caller.session_id])
        AND r.not_before > p_caller.issued;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP003', MESSAGE = 'token_revoked';
    END IF;
END
$$;
