-- Leaves an application; the worker decides it within a second. The answer is always the same, so that
-- nothing tells whether the email is known.
-- Raises IP005, IP103 sign_up_invalid (a form that this program never sends), IP104
-- too_many_applications (five of this login's in a day, or a hundred that wait to be decided).
CREATE FUNCTION api.sign_up(p_email text, p_password_hash text, p_full_name text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_email text := lower(p_email COLLATE "C");
    v_yesterday timestamp := private.utc_now() - interval '1 day';
    v_of_today bigint;
    v_waiting bigint;
BEGIN
    PERFORM private.refuse_started_transaction();
    IF NOT (private.is_email(p_email) AND private.is_password_hash(p_password_hash)
        AND private.is_full_name(p_full_name))
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP103', MESSAGE = 'sign_up_invalid';
    END IF;
    -- One at a time and login, so that several at once do not each count the others out.
    PERFORM pg_advisory_xact_lock(hashtextextended('sign_up ' || session_user, 0));
    SELECT count(*) FILTER (WHERE a.created_at > v_yesterday),
        count(*) FILTER (WHERE a.decided_at IS NULL)
    INTO v_of_today, v_waiting
    FROM public.applications AS a
    WHERE a.database_role = session_user
        AND (a.created_at > v_yesterday OR a.decided_at IS NULL);
    IF v_of_today >= 5 OR v_waiting >= 100 THEN
        RAISE EXCEPTION USING ERRCODE = 'IP104', MESSAGE = 'too_many_applications';
    END IF;
    INSERT INTO public.applications (email, password_hash, full_name)
    VALUES (v_email, p_password_hash, btrim(p_full_name));
    PERFORM private.record('auth', 'signed_up', jsonb_build_object('email', v_email), NULL, NULL);
    RETURN 'received';
END
$$;
