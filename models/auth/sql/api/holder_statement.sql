-- A signed statement of the signed-in person's name, for Payment's api.accept().
-- Raises IP005, IP102 session_ended.
CREATE FUNCTION api.holder_statement(p_session text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_session public.sessions;
BEGIN
    PERFORM private.refuse_started_transaction();
    v_session := private.live_session(p_session);
    RETURN private.issue('holder', v_session.user_id, jsonb_build_object('full_name', (
        SELECT u.full_name FROM public.users AS u WHERE u.id = v_session.user_id)));
END
$$;
