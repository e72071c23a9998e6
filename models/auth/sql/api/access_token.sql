-- Fourth call of a sign-in, and again every few minutes: buys an access token of 5 minutes with the
-- session's token, which is replaced by the one returned. A session of the caller's own, still open
-- transaction is refused, since that transaction has an id.
-- Raises IP005, IP102 session_ended, IP105 password_change_required, IP107 session_locked.
CREATE FUNCTION api.access_token(p_session text)
RETURNS TABLE (access_token text, session text, expires_in_s integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_session public.sessions;
    v_now timestamp := private.utc_now();
BEGIN
    PERFORM private.refuse_started_transaction();
    v_session := private.live_session(p_session);
    session := private.random_token();
    expires_in_s := 300;
    UPDATE public.sessions AS s
    SET token = private.token_digest(access_token.session),
        previous_token = private.token_digest(p_session),
        -- Using the token before does not lengthen its life.
        rotated_at = CASE WHEN s.token = private.token_digest(p_session)
            THEN v_now ELSE s.rotated_at END,
        idle_expires_at = v_now + interval '15 minutes'
    WHERE s.id = v_session.id;
    access_token := private.session_token(
        v_session, expires_in_s, jsonb_build_object('typ', 'access'));
    RETURN NEXT;
END
$$;
