-- Makes somebody who works here, with one role of staff and a one-time password that must be changed at the first
-- sign-in; returns the id and the signed statement of the name for Payment. ADMIN.
-- Raises IP004 not_permitted, IP005, IP102 session_ended, IP103 sign_up_invalid, IP105
-- password_change_required, IP107 session_locked, IP110 email_taken, IP112 form_invalid (the hash, or no role of staff).
CREATE FUNCTION api.enrol_staff(
    p_session text, p_email text, p_password_hash text, p_full_name text, p_role text
) RETURNS TABLE (user_id uuid, statement text)
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
    v_by := private.staff_session(p_session, 'ADMIN');
    PERFORM private.require_role_name(nullif(p_role, 'CUSTOMER'));
    RETURN QUERY SELECT a.user_id, a.statement
    FROM private.add_user(p_email, p_password_hash, p_full_name, ARRAY[p_role], true, v_by) AS a;
END
$$;
