-- Makes a customer at the counter, with a one-time password that must be changed at the first sign-in;
-- returns the id and the signed statement of the name for Payment. TELLER, SUPERVISOR.
-- Raises IP004 not_permitted, IP005, IP102 session_ended, IP103 sign_up_invalid, IP104 too_many_applications
-- (200 by this person in a day), IP105 password_change_required, IP107 session_locked, IP110 email_taken,
-- IP112 form_invalid.
CREATE FUNCTION api.enrol_customer(
    p_session text, p_email text, p_password_hash text, p_full_name text
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
    v_yesterday timestamp := private.utc_now() - interval '1 day';
BEGIN
    PERFORM private.refuse_started_transaction();
    v_by := private.staff_session(p_session, 'TELLER', 'SUPERVISOR');
    IF 200 <= (SELECT count(*) FROM public.user_roles AS r WHERE r.granted_by = v_by.user_id
        AND r.role = 'CUSTOMER' AND r.granted_at > v_yesterday)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP104', MESSAGE = 'too_many_applications';
    END IF;
    RETURN QUERY SELECT a.user_id, a.statement
    FROM private.add_user(p_email, p_password_hash, p_full_name, '{CUSTOMER}', true, v_by) AS a;
END
$$;
