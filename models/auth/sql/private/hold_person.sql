-- Locks a person whose rights or password are about to change, and every session of that person: no session
-- is opened and no token signed until this transaction has ended, and what is signed then knows of the
-- change. What is revoked afterwards was therefore signed before. Null `p_by` is the operator.
-- Raises IP108 not_oneself, IP109 user_unknown.
CREATE FUNCTION private.hold_person(p_user_id uuid, p_by public.sessions) RETURNS public.users
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_user public.users;
    v_over timestamp := private.utc_now() - interval '5 minutes';
BEGIN
    IF p_user_id = p_by.user_id THEN
        RAISE EXCEPTION USING ERRCODE = 'IP108', MESSAGE = 'not_oneself';
    END IF;
    SELECT u.* INTO v_user FROM public.users AS u WHERE u.id = p_user_id FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP109', MESSAGE = 'user_unknown';
    END IF;
    -- Those that were over minutes ago sign nothing any more.
    PERFORM FROM public.sessions AS s
    WHERE s.user_id = p_user_id AND s.ended_at IS NULL
        AND least(s.expires_at, s.idle_expires_at) > v_over
    ORDER BY s.id FOR NO KEY UPDATE;
    RETURN v_user;
END
$$;
