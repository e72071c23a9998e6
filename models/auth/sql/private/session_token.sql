-- Signs a token for the person of a session, good on this login for so many seconds; `p_claims` says
-- what kind it is and what else it is bound to.
CREATE FUNCTION private.session_token(
    p_session public.sessions, p_expires_in_s integer, p_claims jsonb
) RETURNS text
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    RETURN private.sign(p_claims || jsonb_build_object(
        'sub', p_session.user_id, 'sid', p_session.id,
        'roles', (SELECT coalesce(jsonb_agg(r.role ORDER BY r.role), '[]')
            FROM public.user_roles AS r WHERE r.user_id = p_session.user_id),
        'dbrole', session_user,
        'auth_time', extract(epoch FROM p_session.created_at),
        'exp', floor(extract(epoch FROM clock_timestamp())) + p_expires_in_s));
END
$$;
