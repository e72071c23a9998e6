-- The StoredKey inside a `$sr1` hash: the 64 hexadecimal digits after the salt.
CREATE FUNCTION private.stored_key(p_password_hash text) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT
RETURN decode(substr(p_password_hash, 35, 64), 'hex');
