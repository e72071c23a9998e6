-- Ends one of the person's other sessions; returns the signed statement that makes Payment refuse its tokens.
-- One that has ended, is somebody else's or the calling one answers null.
-- Raises IP005, IP102 session_ended, IP105 password_change_required, IP107 session_locked.
CREATE FUNCTION api.end_other_session(p_session text, p_session_id uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_session public.sessions;
BEGIN
    PERFORM private.refuse_started_transaction();
    v_session := private.live_session(p_session);
    UPDATE public.sessions AS s SET ended_at = private.utc_now()
    WHERE s.id = p_session_id AND s.id <> v_session.id AND s.user_id = v_session.user_id
        AND s.ended_at IS NULL;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    PERFORM private.record('auth', 'other_session_ended',
        jsonb_build_object('session_id', p_session_id), v_session.user_id, v_session.id);
    RETURN private.revoke(p_session_id);
END
$$;
