-- Changes the signed-in person's password: challenge and answer as for a sign-in, with the old password,
-- counted and paused with them, over `<attempt>:<new hash>`, so that the answer puts this hash in and no
-- other. Ends the person's other sessions; `statements` make Payment refuse their tokens. Either `changed`
-- is true, or it is null and `tries_left` or `retry_after_s` tell how to go on.
-- Raises IP005, IP101 attempt_invalid, IP102 session_ended, IP106 password_unchanged (the same salt), IP107
-- session_locked, IP112 form_invalid.
CREATE FUNCTION api.change_password(p_session text, p_attempt uuid, p_password_hash text)
RETURNS TABLE (changed boolean, tries_left integer, retry_after_s integer, statements text[])
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
    v_session := private.live_session(p_session, '{password_change_required}');
    PERFORM private.require_password_hash(p_password_hash);
    PERFORM private.refuse_same_salt(private.hold_oneself(v_session), p_password_hash);
    v_verdict := private.prove_again(v_session, p_attempt, p_password_hash, 'password_changed', NULL);
    tries_left := v_verdict.tries_left;
    retry_after_s := v_verdict.retry_after_s;
    IF v_verdict.is_right THEN
        PERFORM private.set_password(v_session.user_id, p_password_hash, false);
        statements := private.end_all_sessions(v_session.user_id, v_session.id);
        changed := true;
    END IF;
    RETURN NEXT;
END
$$;
