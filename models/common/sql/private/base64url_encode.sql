-- Base64 for URLs (RFC 4648, 5), without padding and line breaks. By what looks for one character at a time,
-- as translate() takes ten times as long.
CREATE FUNCTION private.base64url_encode(p_octets bytea) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(replace(rtrim(replace(encode(p_octets, 'base64'), E'\n', ''), '='), '+', '-'), '/', '_');
