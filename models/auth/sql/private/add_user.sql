-- Makes a user with these roles, and the signed statement of the name for Payment. `p_by` is the session of
-- whoever does it, null for the operator.
-- Raises IP103 sign_up_invalid, IP110 email_taken, IP112 form_invalid (the hash, or a role).
CREATE FUNCTION private.add_user(
    p_email text, p_password_hash text, p_full_name text, p_roles text[], p_must_change boolean,
    p_by public.sessions, OUT user_id uuid, OUT statement text
)
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_role text;
BEGIN
    IF NOT (private.is_email(p_email) AND private.is_full_name(p_full_name)) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP103', MESSAGE = 'sign_up_invalid';
    END IF;
    PERFORM private.require_password_hash(p_password_hash);
    INSERT INTO public.users (email, password_hash, full_name, must_change_password)
    VALUES (lower(p_email COLLATE "C"), p_password_hash, btrim(p_full_name), p_must_change)
    ON CONFLICT (email) DO NOTHING
    RETURNING id INTO user_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP110', MESSAGE = 'email_taken';
    END IF;
    FOREACH v_role IN ARRAY p_roles LOOP
        PERFORM private.require_role_name(v_role);
        INSERT INTO public.user_roles AS r (user_id, role, granted_by)
        VALUES (add_user.user_id, v_role, p_by.user_id) ON CONFLICT DO NOTHING;
    END LOOP;
    PERFORM private.record_about('user_created', user_id,
        jsonb_build_object('roles', p_roles), p_by);
    statement := private.issue('holder', user_id,
        jsonb_build_object('full_name', btrim(p_full_name)));
END
$$;
