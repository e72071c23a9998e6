-- Refuses a "new" hash with the salt of the one that is kept: it is the old one, or made from it.
-- Raises IP106 password_unchanged.
CREATE FUNCTION private.refuse_same_salt(p_user public.users, p_password_hash text) RETURNS void
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    -- The salt proper: version and cost may differ.
    IF substr(p_user.password_hash, 12, 22) = substr(p_password_hash, 12, 22) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP106', MESSAGE = 'password_unchanged';
    END IF;
END
$$;
