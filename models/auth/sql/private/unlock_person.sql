-- Lets a person in again who was locked; nobody who was not. `p_by` as in private.lock_person.
-- Raises IP108 not_oneself, IP109 user_unknown.
CREATE FUNCTION private.unlock_person(p_user_id uuid, p_by public.sessions) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_user public.users := private.hold_person(p_user_id, p_by);
BEGIN
    IF v_user.locked_at IS NOT NULL THEN
        UPDATE public.users SET locked_at = NULL, locked_reason = NULL WHERE id = p_user_id;
        PERFORM private.record_about('user_unlocked', p_user_id, NULL, p_by);
    END IF;
END
$$;
