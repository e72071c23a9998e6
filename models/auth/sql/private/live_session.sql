-- The session that a token opens, locked against another use of the same token.
-- The token before the last rotation still counts for 30 s, as its answer may have been lost.
-- What keeps a session from being used may be named in `p_despite`: `session_locked` (its window is),
-- `password_change_required`.
-- Raises IP102 session_ended (also where the person is locked), IP105 password_change_required, IP107
-- session_locked.
CREATE FUNCTION private.live_session(p_token text, p_despite text[] DEFAULT '{}')
RETURNS public.sessions
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_digest text := private.token_digest(p_token);
    v_now timestamp := private.utc_now();
    v_session public.sessions;
    v_must_change boolean;
BEGIN
    SELECT s.* INTO v_session FROM public.sessions AS s
    WHERE (s.token = v_digest
            OR (s.previous_token = v_digest AND s.rotated_at > v_now - interval '30 seconds'))
        AND s.database_role = session_user AND s.ended_at IS NULL
        AND s.expires_at > v_now AND s.idle_expires_at > v_now
    FOR NO KEY UPDATE;
    -- After the lock, as whoever held it may have been changing this.
    SELECT u.must_change_password INTO v_must_change FROM public.users AS u
    WHERE u.id = v_session.user_id AND u.locked_at IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP102', MESSAGE = 'session_ended';
    END IF;
    IF v_must_change AND NOT 'password_change_required' = ANY (p_despite) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP105', MESSAGE = 'password_change_required';
    END IF;
    IF v_session.locked_at IS NOT NULL AND NOT 'session_locked' = ANY (p_despite) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP107', MESSAGE = 'session_locked';
    END IF;
    RETURN v_session;
END
$$;
