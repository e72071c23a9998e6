-- What a session keeps of its token: 64 hexadecimal digits of its sha256.
CREATE FUNCTION private.token_digest(p_token text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN encode(sha256(convert_to(p_token, 'UTF8')), 'hex');
