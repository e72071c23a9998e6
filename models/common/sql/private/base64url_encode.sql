-- base64url without padding (RFC 4648, section 5). encode() breaks lines at 76, which translate() drops.
CREATE FUNCTION private.base64url_encode(p_octets bytea) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(encode(p_octets, 'base64'), E'+/=\n', '-_');
