-- The session that a token opens, locked against another use of the same token.
-- The token before the last rotation still counts for 30 s, as its answer may have been lost.
-- Raises IP102 session_ended.
CREATE FUNCTION private.live_session(p_token text) RETURNS public.sessions
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_digest text := private.token_digest(p_token);
    v_now timestamp := private.utc_now();
    v_session public.sessions;
BEGIN
    SELECT s.* INTO v_session FROM public.sessions AS s
    WHERE (s.token = v_digest
            OR (s.previous_token = v_digest AND s.rotated_at > v_now - interval '30 seconds'))
        AND s.database_role = session_user AND s.ended_at IS NULL
        AND s.expires_at > v_now AND s.idle_expires_at > v_now
    FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP102', MESSAGE = 'session_ended';
    END IF;
    RETURN v_session;
END
$$;
