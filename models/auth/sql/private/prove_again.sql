-- Has a signed-in person's password proved once more, for what `p_bound_to` names, and notes what came of it:
-- the event, or the event with `_refused` or `_paused`. Raises IP101 attempt_invalid.
CREATE FUNCTION private.prove_again(
    p_session public.sessions, p_attempt uuid, p_bound_to text, p_event text, p_payload jsonb,
    OUT is_right boolean, OUT tries_left integer, OUT retry_after_s integer
)
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_verdict record;
BEGIN
    v_verdict := private.judge_attempt(p_attempt, p_session.user_id, p_bound_to);
    is_right := coalesce(v_verdict.is_right, false);
    tries_left := v_verdict.tries_left;
    retry_after_s := v_verdict.retry_after_s;
    PERFORM private.record('auth',
        p_event || CASE v_verdict.is_right WHEN true THEN '' WHEN false THEN '_refused' ELSE '_paused' END,
        p_payload, p_session.user_id, p_session.id);
END
$$;
