-- Evaluates a committed answer, once: for a sign-in, or for what the person `p_owner` proves the password
-- for once more (`p_bound_to`: a payment's id, a new hash, `unlock`). `is_right` is null while the email is
-- paused here, and nothing was looked at then; `tries_left` and `retry_after_s` tell how to go on. Somebody
-- who is locked has no right password; only `is_locked` knows.
-- All answers since the last success, or since staff lifted the lockout, count, by email and station, so that
-- a thousand answers given in parallel are worth five; a second count over all emails stops a station that
-- goes through addresses.
-- Raises IP101 attempt_invalid (unknown, not answered, used, older than a minute, answered before the
-- last success or the lifting, or made for somebody else than `p_owner`).
CREATE FUNCTION private.judge_attempt(
    p_attempt uuid, p_owner uuid, p_bound_to text,
    OUT email text, OUT user_id uuid, OUT password_hash text, OUT is_locked boolean,
    OUT is_right boolean, OUT tries_left integer, OUT retry_after_s integer
)
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_now timestamp := private.utc_now();
    v_attempt public.sign_in_attempts;
    v_counted_from timestamp;
    v_lifted_at timestamp;
    v_failures bigint;
    v_last_answer timestamp;
BEGIN
    SELECT a.* INTO v_attempt FROM public.sign_in_attempts AS a
    WHERE a.id = p_attempt AND a.database_role = session_user
        AND a.answered_at IS NOT NULL AND a.evaluated_at IS NULL
        AND a.created_at > v_now - interval '1 minute'
    FOR NO KEY UPDATE;
    SELECT max(a.answered_at) INTO v_counted_from FROM public.sign_in_attempts AS a
    WHERE a.email = v_attempt.email AND a.database_role = session_user
        AND a.answered_at IS NOT NULL AND a.succeeded;
    SELECT u.id, u.password_hash, u.locked_at IS NOT NULL, u.lockout_lifted_at
    INTO user_id, password_hash, is_locked, v_lifted_at
    FROM public.users AS u WHERE u.email = v_attempt.email;
    v_counted_from := greatest(v_counted_from, v_lifted_at);
    -- An answer from before what clears the count was held back to escape being counted.
    IF v_attempt.id IS NULL OR v_attempt.answered_at <= v_counted_from
        OR (p_owner IS NOT NULL AND user_id IS DISTINCT FROM p_owner)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP101', MESSAGE = 'attempt_invalid';
    END IF;
    email := v_attempt.email;

    SELECT count(*), max(a.answered_at) INTO v_failures, v_last_answer
    FROM public.sign_in_attempts AS a
    WHERE a.email = v_attempt.email AND a.database_role = session_user AND a.id <> p_attempt
        AND a.answered_at > coalesce(v_counted_from, '-infinity');
    retry_after_s := private.pause_s(v_failures, v_last_answer);
    IF retry_after_s = 0 AND 100 <= (
        SELECT count(*) FROM public.sign_in_attempts AS a
        WHERE a.database_role = session_user AND NOT a.succeeded
            AND a.answered_at > v_now - interval '15 minutes' AND a.id <> p_attempt)
    THEN
        retry_after_s := 60;
    END IF;
    IF retry_after_s > 0 THEN
        UPDATE public.sign_in_attempts SET evaluated_at = v_now WHERE id = p_attempt;
        tries_left := 0;
        RETURN;
    END IF;

    -- The same work for an email that nobody has, against a key that nothing answers. An answer for one
    -- thing fits nothing else, and no sign-in, however often its transaction is rolled back.
    is_right := private.proof_is_right(
        coalesce(private.stored_key(password_hash), sha256(uuid_send(gen_random_uuid()))),
        concat_ws(':', p_attempt, p_bound_to), v_attempt.proof)
        AND user_id IS NOT NULL AND NOT is_locked;
    UPDATE public.sign_in_attempts AS a
    SET evaluated_at = v_now, succeeded = is_right, user_id = judge_attempt.user_id
    WHERE a.id = p_attempt;
    IF NOT is_right THEN
        tries_left := greatest(0, 4 - v_failures);
        IF tries_left = 0 THEN
            retry_after_s := private.pause_s(v_failures + 1, v_attempt.answered_at);
        END IF;
    END IF;
END
$$;
