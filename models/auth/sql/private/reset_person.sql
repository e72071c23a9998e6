-- Gives a person a one-time password, to be changed before anything else, and ends all sessions; returns
-- signed statements for Payment. `p_by` is the session of whoever does it, null for the operator.
-- Raises IP108 not_oneself, IP109 user_unknown, IP112 form_invalid.
CREATE FUNCTION private.reset_person(p_user_id uuid, p_password_hash text, p_by public.sessions)
RETURNS text[]
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    PERFORM private.require_password_hash(p_password_hash);
    PERFORM private.hold_person(p_user_id, p_by);
    PERFORM private.set_password(p_user_id, p_password_hash, true);
    PERFORM private.record_about('password_reset', p_user_id, NULL, p_by);
    RETURN private.end_all_sessions(p_user_id, NULL);
END
$$;
