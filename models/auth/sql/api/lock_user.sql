-- Locks somebody out, whose sessions all end; returns signed statements for Payment. Nothing tells the person
-- so: a sign-in is answered as one with a wrong password. ADMIN, never about oneself.
-- Raises IP004 not_permitted, IP005, IP102 session_ended, IP105 password_change_required, IP107
-- session_locked, IP108 not_oneself, IP109 user_unknown, IP216 reason_invalid.
CREATE FUNCTION api.lock_user(p_session text, p_user_id uuid, p_reason text) RETURNS text[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.refuse_started_transaction();
    RETURN private.lock_person(p_user_id, p_reason, private.staff_session(p_session, 'ADMIN'));
END
$$;
