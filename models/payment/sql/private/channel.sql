-- The channel that tells a person's windows of news. Its name is a keyed hash (HMAC's construction over
-- our own secret), so that nobody else can listen to it or make noise in it. 44 characters.
CREATE FUNCTION private.channel(p_user_id uuid, p_secret bytea) RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
    SELECT 'instapay_' || left(encode(
        sha256(p_secret || sha256(p_secret || uuid_send(p_user_id))), 'hex'), 35)
$$;
