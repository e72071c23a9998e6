-- The claims of a signed statement (JWT, HS256) of the wanted type.
-- Its encoded signature is compared, not the decoded one: decoding accepts altered last characters.
-- Raises IP001 token_invalid, IP002 token_expired.
CREATE FUNCTION private.verified_claims(p_statement text, p_type text) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_header text := split_part(p_statement, '.', 1);
    v_payload text := split_part(p_statement, '.', 2);
    v_inner bytea;
    v_outer bytea;
    v_claims jsonb;
BEGIN
    IF p_statement IS NULL OR octet_length(p_statement) > 2048
        OR length(p_statement) - length(replace(p_statement, '.', '')) <> 2
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP001', MESSAGE = 'token_invalid';
    END IF;

    -- The header is looked up whole, so that no algorithm is ever read from what was sent.
    SELECT k.inner_pad, k.outer_pad INTO v_inner, v_outer
    FROM private.signing_keys AS k
    WHERE k.header = v_header
        AND (k.verifies_until IS NULL OR k.verifies_until > (clock_timestamp() AT TIME ZONE 'UTC'));
    IF NOT FOUND OR split_part(p_statement, '.', 3) IS DISTINCT FROM private.base64url_encode(
        private.hmac_sha256(v_inner, v_outer, convert_to(v_header || '.' || v_payload, 'UTF8')))
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP001', MESSAGE = 'token_invalid';
    END IF;

    v_claims := convert_from(private.base64url_decode(v_payload), 'UTF8')::jsonb;
    IF v_claims ->> 'typ' IS DISTINCT FROM p_type
        OR v_claims ->> 'iss' IS DISTINCT FROM 'instapay_auth'
        OR v_claims ->> 'aud' IS DISTINCT FROM 'instapay'
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP001', MESSAGE = 'token_invalid';
    END IF;
    IF (v_claims ->> 'exp')::numeric <= extract(epoch FROM clock_timestamp()) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP002', MESSAGE = 'token_expired';
    END IF;
    RETURN v_claims;
END
$$;
