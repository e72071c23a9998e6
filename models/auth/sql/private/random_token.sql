-- 256 bits for a session: three random UUIDs hold 366 bits from the server's strong source.
CREATE FUNCTION private.random_token() RETURNS text
LANGUAGE sql VOLATILE
RETURN private.base64url_encode(sha256(
    uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
));
