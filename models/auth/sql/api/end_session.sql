-- Sign-out: ends the session and returns the signed statement that makes Payment refuse its access
-- tokens at once. A session that had ended already answers null.
-- Raises IP005.
CREATE FUNCTION api.end_session(p_session text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_digest text := private.token_digest(p_session);
    v_session public.sessions;
BEGIN
    PERFORM private.refuse_started_transaction();
    UPDATE public.sessions AS s SET ended_at = private.utc_now()
    WHERE (s.token = v_digest OR s.previous_token = v_digest)
        AND s.database_role = session_user AND s.ended_at IS NULL
    RETURNING s.* INTO v_session;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    PERFORM private.record('auth', 'sign_out', NULL, v_session.user_id, v_session.id);
    RETURN private.revoke(v_session.id);
END
$$;
