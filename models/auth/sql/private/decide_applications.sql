-- Turns each waiting application into a user with the role CUSTOMER, or drops it where the email is
-- taken. Nothing tells the applicant which. Returns how many became users.
CREATE FUNCTION private.decide_applications() RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_application public.applications;
    v_user_id uuid;
    v_made integer := 0;
BEGIN
    FOR v_application IN
        SELECT a.* FROM public.applications AS a
        WHERE a.decided_at IS NULL ORDER BY a.created_at LIMIT 100
        FOR UPDATE SKIP LOCKED
    LOOP
        INSERT INTO public.users (email, password_hash, full_name)
        VALUES (v_application.email, v_application.password_hash, v_application.full_name)
        ON CONFLICT (email) DO NOTHING
        RETURNING id INTO v_user_id;
        IF FOUND THEN
            INSERT INTO public.user_roles (user_id, role) VALUES (v_user_id, 'CUSTOMER');
            PERFORM private.record('auth', 'user_created',
                jsonb_build_object('user_id', v_user_id), v_user_id, NULL);
            v_made := v_made + 1;
        ELSE
            PERFORM private.record('auth', 'application_dropped',
                jsonb_build_object('email', v_application.email), NULL, NULL);
        END IF;
        -- The hash is of no further use here, whether it was taken over or dropped.
        UPDATE public.applications
        SET decided_at = private.utc_now(), became_user = (v_user_id IS NOT NULL), password_hash = ''
        WHERE id = v_application.id;
        v_user_id := NULL;
    END LOOP;
    RETURN v_made;
END
$$;
