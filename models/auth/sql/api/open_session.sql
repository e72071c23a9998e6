-- Third call of a sign-in: evaluates a committed answer, once. Either `session` is an opaque token of
-- 256 bits, or it is null and `tries_left` or `retry_after_s` tell how to go on.
-- All answers since the last success count, by email and station, so that a thousand answers given in
-- parallel are worth five; a second count over all emails stops a station that goes through addresses.
-- Raises IP005, IP101 attempt_invalid (unknown, not answered, used, older than a minute, or answered
-- before the last success).
CREATE FUNCTION api.open_session(p_attempt uuid, p_station text)
RETURNS TABLE (session text, tries_left integer, retry_after_s integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_now timestamp := private.utc_now();
    v_attempt public.sign_in_attempts;
    v_last_success timestamp;
    v_failures bigint;
    v_last_answer timestamp;
    v_user_id uuid;
    v_hash text;
    v_session_id uuid := gen_random_uuid();
    v_token text := private.random_token();
    v_ok boolean;
BEGIN
    PERFORM private.refuse_started_transaction();
    SELECT a.* INTO v_attempt FROM public.sign_in_attempts AS a
    WHERE a.id = p_attempt AND a.database_role = session_user
        AND a.answered_at IS NOT NULL AND a.evaluated_at IS NULL
        AND a.created_at > v_now - interval '1 minute'
    FOR NO KEY UPDATE;
    SELECT max(a.answered_at) INTO v_last_success FROM public.sign_in_attempts AS a
    WHERE a.email = v_attempt.email AND a.database_role = session_user
        AND a.answered_at IS NOT NULL AND a.succeeded;
    -- An answer from before the success that clears the count was held back to escape being counted.
    IF v_attempt.id IS NULL OR v_attempt.answered_at <= v_last_success THEN
        RAISE EXCEPTION USING ERRCODE = 'IP101', MESSAGE = 'attempt_invalid';
    END IF;

    SELECT count(*), max(a.answered_at) INTO v_failures, v_last_answer
    FROM public.sign_in_attempts AS a
    WHERE a.email = v_attempt.email AND a.database_role = session_user AND a.id <> p_attempt
        AND a.answered_at > coalesce(v_last_success, '-infinity');
    retry_after_s := private.pause_s(v_failures, v_last_answer);
    IF retry_after_s = 0 AND 100 <= (
        SELECT count(*) FROM public.sign_in_attempts AS a
        WHERE a.database_role = session_user AND NOT a.succeeded
            AND a.answered_at > v_now - interval '15 minutes' AND a.id <> p_attempt)
    THEN
        retry_after_s := 60;
    END IF;

    SELECT u.id, u.password_hash INTO v_user_id, v_hash FROM public.users AS u
    WHERE u.email = v_attempt.email;
    IF retry_after_s > 0 THEN
        UPDATE public.sign_in_attempts SET evaluated_at = v_now WHERE id = p_attempt;
        PERFORM private.record('auth', 'sign_in_paused',
            jsonb_build_object('email', v_attempt.email), v_user_id, NULL);
        tries_left := 0;
        RETURN NEXT;
        RETURN;
    END IF;

    -- The same work for an email that nobody has, against a key that nothing answers.
    v_ok := private.proof_is_right(
        coalesce(private.stored_key(v_hash), sha256(uuid_send(v_session_id))),
        p_attempt, v_attempt.proof) AND v_user_id IS NOT NULL;
    UPDATE public.sign_in_attempts SET evaluated_at = v_now, succeeded = v_ok, user_id = v_user_id
    WHERE id = p_attempt;
    IF v_ok THEN
        INSERT INTO public.sessions (id, user_id, token, expires_at, idle_expires_at, station)
        VALUES (v_session_id, v_user_id, private.token_digest(v_token),
            v_now + interval '12 hours', v_now + interval '15 minutes', left(p_station, 100));
        session := v_token;
    ELSE
        tries_left := greatest(0, 4 - v_failures);
        IF tries_left = 0 THEN
            retry_after_s := private.pause_s(v_failures + 1, v_attempt.answered_at);
        END IF;
    END IF;
    PERFORM private.record('auth', CASE WHEN v_ok THEN 'sign_in' ELSE 'sign_in_refused' END,
        jsonb_build_object('email', v_attempt.email, 'station', left(p_station, 100)),
        v_user_id, CASE WHEN v_ok THEN v_session_id END);
    RETURN NEXT;
END
$$;
