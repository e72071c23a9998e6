-- One row of the log about a person: by the session's own person and station, or by the operator, who has
-- no session.
CREATE FUNCTION private.record_about(
    p_event text, p_user_id uuid, p_payload jsonb, p_by public.sessions
) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    PERFORM private.record('auth', p_event,
        jsonb_build_object('user_id', p_user_id) || coalesce(p_payload, '{}')
            || CASE WHEN p_by.id IS NULL THEN '{"by": "operator"}'::jsonb
                ELSE jsonb_build_object('station', p_by.station) END,
        p_by.user_id, p_by.id);
END
$$;
