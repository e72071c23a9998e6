-- HMAC-SHA-256 (RFC 2104) from the two padded keys: built-in functions only, as no server of ours
-- can be counted on to have pgcrypto. Held against RFC 4231 by a test.
CREATE FUNCTION private.hmac_sha256(p_inner_pad bytea, p_outer_pad bytea, p_message bytea)
RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN sha256(p_outer_pad || sha256(p_inner_pad || p_message));
