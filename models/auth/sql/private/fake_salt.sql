-- A salt for an email that nobody has, always the same one and of bcrypt's own form: 21 characters
-- of its alphabet, then one of the four that end 128 bits.
CREATE FUNCTION private.fake_salt(p_email text) RETURNS text
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_digest bytea;
BEGIN
    SELECT sha256(convert_to(s.value || p_email, 'UTF8')) INTO v_digest
    FROM private.settings AS s WHERE s.name = 'fake_salt_secret';
    RETURN '$2b$12$'
        || substr(translate(encode(v_digest, 'base64'), '+', '.'), 1, 21)
        || substr('.Oeu', 1 + get_byte(v_digest, 31) % 4, 1);
END
$$;
