-- Locks the row of a session's own person, whose password is about to change: no session is opened with
-- the old one until this transaction has ended.
CREATE FUNCTION private.hold_oneself(p_session public.sessions) RETURNS public.users
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_user public.users;
BEGIN
    SELECT u.* INTO STRICT v_user FROM public.users AS u
    WHERE u.id = p_session.user_id FOR UPDATE;
    RETURN v_user;
END
$$;
