-- Signs the person out everywhere, or everywhere else; returns signed statements that make Payment refuse
-- the tokens of those sessions.
-- Raises IP005, IP102 session_ended, IP105 password_change_required, IP107 session_locked.
CREATE FUNCTION api.end_sessions(p_session text, p_others_only boolean) RETURNS text[]
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
    PERFORM private.record('auth', 'sessions_ended',
        jsonb_build_object('others_only', coalesce(p_others_only, false)),
        v_session.user_id, v_session.id);
    RETURN private.end_all_sessions(v_session.user_id,
        CASE WHEN p_others_only THEN v_session.id END);
END
$$;
