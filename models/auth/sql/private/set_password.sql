-- Gives a person another hash. A hash of this program's own wants no other salt.
CREATE FUNCTION private.set_password(p_user_id uuid, p_password_hash text, p_must_change boolean)
RETURNS void
LANGUAGE sql VOLATILE
AS $$
    UPDATE public.users
    SET password_hash = p_password_hash, must_change_password = p_must_change, needs_resalt = false
    WHERE id = p_user_id
$$;
