-- Leaves an application; the worker decides it within a second. The answer is always the same, so that
-- nothing tells whether the email is known.
-- Raises IP005, IP103 sign_up_invalid (a form that this program never sends), IP104
-- too_many_applications (a hundred of this login's wait to be decided).
CREATE FUNCTION api.sign_up(p_email text, p_password_hash text, p_full_name text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_name text := btrim(p_full_name);
BEGIN
    PERFORM private.refuse_started_transaction();
    IF p_email IS NULL OR p_email !~ '^[!-?A-~]+@[!-?A-~]+[.][!-?A-~]+$'
        OR length(p_email) > 255
        OR p_password_hash IS NULL
        OR p_password_hash !~ '^[$]sr1[$]2b[$]1[0-4][$][./A-Za-z0-9]{22}[$][0-9a-f]{64}$'
        OR v_name IS NULL OR length(v_name) NOT BETWEEN 1 AND 100 OR v_name ~ E'[[:cntrl:]\u202a-\u202e\u2066-\u2069]'
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP103', MESSAGE = 'sign_up_invalid';
    END IF;
    IF 100 <= (SELECT count(*) FROM public.applications AS a
        WHERE a.decided_at IS NULL AND a.database_role = session_user)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP104', MESSAGE = 'too_many_applications';
    END IF;
    INSERT INTO public.applications (email, password_hash, full_name)
    VALUES (lower(p_email COLLATE "C"), p_password_hash, v_name);
    RETURN 'received';
END
$$;
