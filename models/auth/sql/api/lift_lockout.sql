-- Makes a person's wrong passwords so far count no longer, at every station. TELLER, SUPERVISOR, ADMIN.
-- Raises IP004 not_permitted, IP005, IP102 session_ended, IP105 password_change_required, IP107
-- session_locked, IP108 not_oneself, IP109 user_unknown.
CREATE FUNCTION api.lift_lockout(p_session text, p_user_id uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_by public.sessions;
BEGIN
    PERFORM private.refuse_started_transaction();
    v_by := private.staff_session(p_session, 'TELLER', 'SUPERVISOR', 'ADMIN');
    PERFORM private.hold_person(p_user_id, v_by);
    UPDATE public.users SET lockout_lifted_at = private.utc_now() WHERE id = p_user_id;
    PERFORM private.record_about('lockout_lifted', p_user_id, NULL, v_by);
END
$$;
