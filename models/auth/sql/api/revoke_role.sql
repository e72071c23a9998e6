-- Takes a role from somebody; returns the signed statement that makes Payment refuse the tokens with the
-- roles of before, null where nothing changed. ADMIN, never about oneself.
-- Raises IP004 not_permitted, IP005, IP102 session_ended, IP105 password_change_required, IP107
-- session_locked, IP108 not_oneself, IP109 user_unknown, IP112 form_invalid (no such role).
CREATE FUNCTION api.revoke_role(p_session text, p_user_id uuid, p_role text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.refuse_started_transaction();
    RETURN private.set_role(p_user_id, p_role, false, private.staff_session(p_session, 'ADMIN'));
END
$$;
