-- A signed statement of the signed-in person's name, for Payment's api.accept().
-- Raises IP005, IP102 session_ended, IP105 password_change_required, IP107 session_locked.
CREATE FUNCTION api.holder_statement(p_session text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_session public.sessions;
    v_waiting text;
BEGIN
    PERFORM private.refuse_started_transaction();
    v_session := private.live_session(p_session);
    -- One that still waits to be delivered says the same: asking again fills no queue.
    SELECT s.body INTO v_waiting FROM public.statements AS s
    JOIN public.users AS u ON u.id = s.subject AND u.updated_at < s.created_at
    WHERE s.subject = v_session.user_id AND s.kind = 'holder' AND s.delivered_at IS NULL
    ORDER BY s.created_at DESC LIMIT 1;
    IF FOUND THEN
        RETURN v_waiting;
    END IF;
    RETURN private.issue('holder', v_session.user_id, jsonb_build_object('full_name', (
        SELECT u.full_name FROM public.users AS u WHERE u.id = v_session.user_id)));
END
$$;
