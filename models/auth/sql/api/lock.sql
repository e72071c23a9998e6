-- Notes that the session's window is locked: until api.unlock the session buys nothing. Idempotent.
-- Raises IP005, IP102 session_ended.
CREATE FUNCTION api.lock(p_session text) RETURNS void
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
    v_session := private.live_session(p_session, '{session_locked,password_change_required}');
    IF v_session.locked_at IS NULL THEN
        UPDATE public.sessions SET locked_at = private.utc_now() WHERE id = v_session.id;
        PERFORM private.record('auth', 'session_locked', NULL, v_session.user_id, v_session.id);
    END IF;
END
$$;
