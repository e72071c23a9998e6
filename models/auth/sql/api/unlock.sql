-- Opens a locked window again: challenge and answer as for a sign-in, over `<attempt>:unlock`, counted and
-- paused with them. Starts the idle limit anew. Either `unlocked` is true, or it is null and `tries_left` or
-- `retry_after_s` tell how to go on.
-- Raises IP005, IP101 attempt_invalid, IP102 session_ended.
CREATE FUNCTION api.unlock(p_session text, p_attempt uuid)
RETURNS TABLE (unlocked boolean, tries_left integer, retry_after_s integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_session public.sessions;
    v_verdict record;
BEGIN
    PERFORM private.refuse_started_transaction();
    v_session := private.live_session(p_session, '{session_locked,password_change_required}');
    v_verdict := private.prove_again(v_session, p_attempt, 'unlock', 'session_unlocked', NULL);
    tries_left := v_verdict.tries_left;
    retry_after_s := v_verdict.retry_after_s;
    IF v_verdict.is_right THEN
        UPDATE public.sessions
        SET locked_at = NULL, idle_expires_at = private.utc_now() + interval '15 minutes'
        WHERE id = v_session.id;
        unlocked := true;
    END IF;
    RETURN NEXT;
END
$$;
