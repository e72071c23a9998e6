CREATE FUNCTION private.base64url_decode(p_text text) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN decode(replace(replace(p_text, '-', '+'), '_', '/') || left('==', -octet_length(p_text) & 3), 'base64');
