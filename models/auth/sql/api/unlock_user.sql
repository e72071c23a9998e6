-- Lets somebody in again who was locked. ADMIN, never about oneself.
-- Raises IP004 not_permitted, IP005, IP102 session_ended, IP105 password_change_required, IP107
-- session_locked, IP108 not_oneself, IP109 user_unknown.
CREATE FUNCTION api.unlock_user(p_session text, p_user_id uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.refuse_started_transaction();
    PERFORM private.unlock_person(p_user_id, private.staff_session(p_session, 'ADMIN'));
END
$$;
