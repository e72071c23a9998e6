-- Whether a text can be an email address here: printable ASCII, one @, behind it a name of a host with a dot,
-- and none at its end, where it would be the same address once more.
CREATE FUNCTION private.is_email(p_email text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN coalesce(length(p_email) <= 255
    AND p_email ~ '^[!-?A-~]+@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$', false);
