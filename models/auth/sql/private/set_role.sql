-- Grants a role or takes it away; returns the signed statement that makes Payment refuse the tokens with the
-- roles of before, null where nothing changed. `p_by` is the session of whoever does it, null for the operator.
-- Raises IP108 not_oneself, IP109 user_unknown, IP112 form_invalid (no such role).
CREATE FUNCTION private.set_role(
    p_user_id uuid, p_role text, p_is_granted boolean, p_by public.sessions
) RETURNS text
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    PERFORM private.require_role_name(p_role);
    PERFORM private.hold_person(p_user_id, p_by);
    IF p_is_granted THEN
        INSERT INTO public.user_roles (user_id, role, granted_by)
        VALUES (p_user_id, p_role, p_by.user_id) ON CONFLICT DO NOTHING;
    ELSE
        DELETE FROM public.user_roles AS r WHERE r.user_id = p_user_id AND r.role = p_role;
    END IF;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    PERFORM private.record_about(CASE WHEN p_is_granted THEN 'role_granted' ELSE 'role_revoked' END,
        p_user_id, jsonb_build_object('role', p_role), p_by);
    RETURN private.revoke(p_user_id);
END
$$;
