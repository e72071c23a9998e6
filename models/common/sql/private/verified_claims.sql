-- The claims of a signed statement (JWT, HS256) of one of the wanted types.
-- The header is looked up whole, so that no algorithm is ever read from what was sent. The encoded
-- signature is compared, not the decoded one: decoding accepts altered last characters.
-- Raises IP001 token_invalid, IP002 token_expired.
CREATE FUNCTION private.verified_claims(p_statement text, VARIADIC p_types text[]) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_claims jsonb;
BEGIN
    IF octet_length(p_statement) <= 2048 THEN
        -- The payload hangs on the row of the key, so that nothing is decoded before its signature fits:
        -- what depends on the statement alone would be worked out while planning.
        SELECT convert_from(private.base64url_decode(
            substr(split_part(p_statement, '.', 2), 1, length(k.header) + 2048)), 'UTF8')::jsonb
        INTO v_claims
        FROM private.signing_keys AS k
        WHERE k.header = split_part(p_statement, '.', 1)
            AND (k.verifies_until IS NULL
                OR k.verifies_until > (clock_timestamp() AT TIME ZONE 'UTC'))
            -- Header, payload and signature put together again are the whole: no fourth segment.
            AND p_statement = k.header || '.' || split_part(p_statement, '.', 2) || '.'
                || private.base64url_encode(private.hmac_sha256(k.inner_pad, k.outer_pad,
                    convert_to(k.header || '.' || split_part(p_statement, '.', 2), 'UTF8')));
    END IF;
    IF v_claims ->> 'typ' = ANY (p_types) AND v_claims ->> 'iss' = 'instapay_auth'
        AND v_claims ->> 'aud' = 'instapay'
    THEN
        IF (v_claims ->> 'exp')::numeric <= extract(epoch FROM clock_timestamp()) THEN
            RAISE EXCEPTION USING ERRCODE = 'IP002', MESSAGE = 'token_expired';
        END IF;
        RETURN v_claims;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'IP001', MESSAGE = 'token_invalid';
END
$$;
