-- The channel that tells whoever watches the counter of news there: of what waits for approval, and of tills. Made as
-- a person's own is (private.channel), of a word that is as long as no person's id.
CREATE FUNCTION private.counter_channel(p_secret bytea) RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
    SELECT 'instapay_' || left(encode(
        sha256(p_secret || sha256(p_secret || convert_to('counter', 'UTF8'))), 'hex'), 35)
$$;
