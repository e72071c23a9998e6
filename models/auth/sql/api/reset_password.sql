-- Gives somebody a one-time password that must be changed at the next sign-in, and ends all sessions;
-- returns signed statements for Payment. TELLER and SUPERVISOR for who is a customer and nothing else,
-- ADMIN for everybody else.
-- Raises IP004 not_permitted, IP005, IP102 session_ended, IP105 password_change_required, IP107
-- session_locked, IP108 not_oneself, IP109 user_unknown, IP112 form_invalid.
CREATE FUNCTION api.reset_password(p_session text, p_user_id uuid, p_password_hash text) RETURNS text[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_by public.sessions;
    v_statements text[];
    v_roles text[];
BEGIN
    PERFORM private.refuse_started_transaction();
    v_by := private.staff_session(p_session, 'TELLER', 'SUPERVISOR', 'ADMIN');
    v_statements := private.reset_person(p_user_id, p_password_hash, v_by);
    -- The person's row is locked by now, so the roles stay as they are.
    SELECT array_agg(r.role::text) INTO v_roles FROM public.user_roles AS r WHERE r.user_id = p_user_id;
    IF v_roles = '{CUSTOMER}' THEN
        PERFORM private.staff_session(p_session, 'TELLER', 'SUPERVISOR');
    ELSE
        PERFORM private.staff_session(p_session, 'ADMIN');
    END IF;
    RETURN v_statements;
END
$$;
