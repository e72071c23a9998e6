-- Third call of a sign-in: evaluates a committed answer, once. Either `session` is an opaque token of
-- 256 bits, or it is null and `tries_left` or `retry_after_s` tell how to go on. With a session come whose
-- it is, whether the password must be changed before anything else, and whether its hash came from
-- another system and wants a salt of its own. Somebody who is locked is answered like a wrong password.
-- Raises IP005, IP101 attempt_invalid (unknown, not answered, used, older than a minute, or answered
-- before the last success).
CREATE FUNCTION api.open_session(p_attempt uuid, p_station text)
RETURNS TABLE (
    session text, tries_left integer, retry_after_s integer, user_id uuid,
    must_change_password boolean, needs_resalt boolean
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_now timestamp := private.utc_now();
    v_verdict record;
    v_session_id uuid := gen_random_uuid();
    v_token text := private.random_token();
BEGIN
    PERFORM private.refuse_started_transaction();
    v_verdict := private.judge_attempt(p_attempt, NULL, NULL);
    tries_left := v_verdict.tries_left;
    retry_after_s := v_verdict.retry_after_s;
    IF v_verdict.is_right IS NULL THEN
        PERFORM private.record('auth', 'sign_in_paused',
            jsonb_build_object('email', v_verdict.email), v_verdict.user_id, NULL);
        RETURN NEXT;
        RETURN;
    END IF;
    IF v_verdict.is_right THEN
        INSERT INTO public.sessions (id, user_id, token, expires_at, idle_expires_at, station)
        VALUES (v_session_id, v_verdict.user_id, private.token_digest(v_token),
            v_now + interval '12 hours', v_now + interval '15 minutes', left(p_station, 100));
        -- The insert has waited for whoever was just changing or locking this person.
        SELECT u.id, u.must_change_password, u.needs_resalt
        INTO user_id, must_change_password, needs_resalt
        FROM public.users AS u
        WHERE u.id = v_verdict.user_id AND u.password_hash = v_verdict.password_hash
            AND u.locked_at IS NULL;
        IF NOT FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'IP101', MESSAGE = 'attempt_invalid';
        END IF;
        session := v_token;
    END IF;
    PERFORM private.record('auth',
        CASE WHEN v_verdict.is_right THEN 'sign_in' ELSE 'sign_in_refused' END,
        jsonb_build_object('email', v_verdict.email, 'station', left(p_station, 100))
            || CASE WHEN v_verdict.is_locked THEN '{"is_locked": true}'::jsonb ELSE '{}' END,
        v_verdict.user_id, CASE WHEN v_verdict.is_right THEN v_session_id END);
    RETURN NEXT;
END
$$;
