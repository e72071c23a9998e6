-- Gives a password that came from another system, right after it was typed, a hash with a salt that the
-- other system does not know. Proof as in api.change_password; ends no session.
-- Raises IP005, IP101 attempt_invalid (also where nothing is to be done), IP102 session_ended, IP105
-- password_change_required, IP106 password_unchanged, IP107 session_locked, IP112 form_invalid.
CREATE FUNCTION api.resalt_password(p_session text, p_attempt uuid, p_password_hash text)
RETURNS TABLE (changed boolean, tries_left integer, retry_after_s integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_session public.sessions;
    v_user public.users;
    v_verdict record;
BEGIN
    PERFORM private.refuse_started_transaction();
    v_session := private.live_session(p_session);
    PERFORM private.require_password_hash(p_password_hash);
    v_user := private.hold_oneself(v_session);
    IF NOT v_user.needs_resalt THEN
        RAISE EXCEPTION USING ERRCODE = 'IP101', MESSAGE = 'attempt_invalid';
    END IF;
    PERFORM private.refuse_same_salt(v_user, p_password_hash);
    v_verdict := private.prove_again(v_session, p_attempt, p_password_hash, 'password_resalted', NULL);
    tries_left := v_verdict.tries_left;
    retry_after_s := v_verdict.retry_after_s;
    IF v_verdict.is_right THEN
        PERFORM private.set_password(v_session.user_id, p_password_hash, false);
        changed := true;
    END IF;
    RETURN NEXT;
END
$$;
