-- Who somebody is and how that person's access stands, for staff. `paused_until` is when the next try at any
-- station counts again; null where none is paused. TELLER, SUPERVISOR, AUDITOR, ADMIN.
-- Raises IP004 not_permitted, IP005, IP102 session_ended, IP105 password_change_required, IP107
-- session_locked, IP109 user_unknown.
CREATE FUNCTION api.person(
    p_session text, p_user_id uuid, OUT email text, OUT full_name text, OUT created_at timestamp,
    OUT roles text[], OUT must_change_password boolean, OUT locked_at timestamp,
    OUT locked_reason text, OUT paused_until timestamp
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_user public.users;
    v_now timestamp := private.utc_now();
BEGIN
    PERFORM private.refuse_started_transaction();
    PERFORM private.staff_session(p_session, 'TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN');
    SELECT u.* INTO v_user FROM public.users AS u WHERE u.id = p_user_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP109', MESSAGE = 'user_unknown';
    END IF;
    email := v_user.email;
    full_name := v_user.full_name;
    created_at := v_user.created_at;
    roles := ARRAY(SELECT r.role::text FROM public.user_roles AS r
        WHERE r.user_id = p_user_id ORDER BY r.role);
    must_change_password := v_user.must_change_password;
    locked_at := v_user.locked_at;
    locked_reason := v_user.locked_reason;
    -- As private.judge_attempt counts: by station, from the last success or the lifting on.
    SELECT max(v_now + make_interval(secs => private.pause_s(f.failures, f.last_answer)))
    INTO paused_until
    FROM (
        SELECT count(*) AS failures, max(a.answered_at) AS last_answer
        FROM public.sign_in_attempts AS a
        WHERE a.email = v_user.email AND a.answered_at > greatest(v_user.lockout_lifted_at,
            (SELECT coalesce(max(s.answered_at), '-infinity') FROM public.sign_in_attempts AS s
            WHERE s.email = a.email AND s.database_role = a.database_role AND s.succeeded
                AND s.answered_at IS NOT NULL))
        GROUP BY a.database_role
    ) AS f
    WHERE private.pause_s(f.failures, f.last_answer) > 0;
END
$$;
