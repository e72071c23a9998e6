-- Refuses what this program never sends as the hash of a new password. Raises IP112 form_invalid.
CREATE FUNCTION private.require_password_hash(p_hash text) RETURNS void
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    IF NOT private.is_password_hash(p_hash) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP112', MESSAGE = 'form_invalid';
    END IF;
END
$$;
