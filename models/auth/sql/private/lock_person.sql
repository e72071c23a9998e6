-- Locks a person out and ends all sessions; returns signed statements for Payment. Locking again changes the
-- reason. `p_by` is the session of whoever does it, null for the operator.
-- Raises IP108 not_oneself, IP109 user_unknown, IP216 reason_invalid.
CREATE FUNCTION private.lock_person(p_user_id uuid, p_reason text, p_by public.sessions)
RETURNS text[]
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_reason text := btrim(p_reason);
BEGIN
    IF coalesce(v_reason, '') = '' OR length(v_reason) > 200
        OR v_reason ~ E'[[:cntrl:]\u202a-\u202e\u2066-\u2069]'
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP216', MESSAGE = 'reason_invalid';
    END IF;
    PERFORM private.hold_person(p_user_id, p_by);
    UPDATE public.users
    SET locked_at = coalesce(locked_at, private.utc_now()), locked_reason = v_reason
    WHERE id = p_user_id;
    PERFORM private.record_about('user_locked', p_user_id, jsonb_build_object('reason', v_reason), p_by);
    RETURN private.end_all_sessions(p_user_id, NULL);
END
$$;
