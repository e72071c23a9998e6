-- The claims of a signed statement (JWT, HS256) of one of the wanted types.
-- The header is looked up whole, so that no algorithm is ever read from what was sent. The encoded
-- signature is compared, not the decoded one: decoding accepts altered last characters. Nothing is
-- decoded before its signature fits.
-- Raises IP001 token_invalid, IP002 token_expired.
CREATE FUNCTION private.verified_claims(p_statement text, VARIADIC p_types text[]) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_header text := split_part(p_statement, '.', 1);
    v_payload text := split_part(p_statement, '.', 2);
    v_signed text := v_header || '.' || v_payload;
    v_inner bytea;
    v_outer bytea;
    v_claims jsonb;
BEGIN
    IF octet_length(p_statement) <= 2048 THEN
        SELECT k.inner_pad, k.outer_pad INTO v_inner, v_outer
        FROM private.signing_keys AS k
        WHERE k.header = v_header AND (k.verifies_until IS NULL
            OR k.verifies_until > (clock_timestamp() AT TIME ZONE 'UTC'));
        -- Put together again it is the whole: no fourth segment.
        IF p_statement = v_signed || '.' || private.base64url_encode(
            private.hmac_sha256(v_inner, v_outer, convert_to(v_signed, 'UTF8')))
        THEN
            v_claims := convert_from(private.base64url_decode(v_payload), 'UTF8')::jsonb;
        END IF;
    END IF;
    IF v_claims @> '{"iss": "instapay_auth", "aud": "instapay"}' AND v_claims ->> 'typ' = ANY (p_types)
    THEN
        IF (v_claims ->> 'exp')::numeric <= extract(epoch FROM clock_timestamp()) THEN
            RAISE EXCEPTION USING ERRCODE = 'IP002', MESSAGE = 'token_expired';
        END IF;
        RETURN v_claims;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'IP001', MESSAGE = 'token_invalid';
END
$$;
