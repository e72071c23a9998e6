-- The live session of somebody who has one of these roles now, whatever a token of theirs says.
-- Raises IP004 not_permitted, and as private.live_session does.
CREATE FUNCTION private.staff_session(p_token text, VARIADIC p_roles text[]) RETURNS public.sessions
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_session public.sessions := private.live_session(p_token);
BEGIN
    PERFORM FROM public.user_roles AS r
    WHERE r.user_id = v_session.user_id AND r.role = ANY (p_roles);
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP004', MESSAGE = 'not_permitted';
    END IF;
    RETURN v_session;
END
$$;
