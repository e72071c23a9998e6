-- Who has an email, whole, for staff: at most one row. TELLER, SUPERVISOR, AUDITOR, ADMIN.
-- Raises IP004 not_permitted, IP005, IP102 session_ended, IP105 password_change_required, IP107
-- session_locked.
CREATE FUNCTION api.find_user(p_session text, p_email text)
RETURNS TABLE (user_id uuid, full_name text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.refuse_started_transaction();
    PERFORM private.staff_session(p_session, 'TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN');
    RETURN QUERY
    SELECT u.id, u.full_name::text FROM public.users AS u
    WHERE u.email = lower(btrim(p_email) COLLATE "C");
END
$$;
