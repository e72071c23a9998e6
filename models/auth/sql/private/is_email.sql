-- Whether a text can be an email address here: printable ASCII, one @, a dot behind it.
CREATE FUNCTION private.is_email(p_email text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN coalesce(length(p_email) <= 255
    AND p_email ~ '^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+\.[\x21-\x3f\x41-\x7e]+$', false);
