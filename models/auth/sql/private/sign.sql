-- Signs claims with the newest key as a JWT (RFC 7519); adds issuer, audience and time of issue.
-- `iat` carries microseconds, so that a revocation orders against tokens of the same second.
CREATE FUNCTION private.sign(p_claims jsonb) RETURNS text
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_key private.signing_keys;
    v_message text;
BEGIN
    SELECT k.* INTO STRICT v_key FROM private.signing_keys AS k
    WHERE k.signs ORDER BY k.created_at DESC LIMIT 1;
    v_message := v_key.header || '.' || private.base64url_encode(convert_to((p_claims
        || jsonb_build_object('iss', 'instapay_auth', 'aud', 'instapay',
            'iat', extract(epoch FROM clock_timestamp())))::text, 'UTF8'));
    RETURN v_message || '.' || private.base64url_encode(private.hmac_sha256(
        v_key.inner_pad, v_key.outer_pad, convert_to(v_message, 'UTF8')));
END
$$;
