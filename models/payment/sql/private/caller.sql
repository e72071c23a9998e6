-- Who calls, from an access token: verified here alone, without asking Auth. The token must have been
-- made out to this very login, so that one copied from another station is worth nothing. For one
-- payment a `confirm` token does as well, which Auth gave for that payment and for a password.
-- Raises IP001 token_invalid, IP002 token_expired, IP003 token_revoked.
CREATE FUNCTION private.caller(
    p_token text, p_payment_id uuid DEFAULT NULL,
    OUT user_id uuid, OUT session_id uuid, OUT roles jsonb, OUT has_confirmed boolean
)
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_claims jsonb := private.verified_claims(p_token, 'access',
        CASE WHEN p_payment_id IS NOT NULL THEN 'confirm' END);
    v_is_revoked boolean;
BEGIN
    SELECT c.sub, c.sid, c.roles, c.typ = 'confirm',
        EXISTS (SELECT FROM public.revocations AS r
            WHERE r.subject = c.sub AND r.not_before > c.iat)
            OR EXISTS (SELECT FROM public.revocations AS r
                WHERE r.subject = c.sid AND r.not_before > c.iat)
    INTO user_id, session_id, roles, has_confirmed, v_is_revoked
    FROM jsonb_to_record(v_claims)
        AS c (sub uuid, sid uuid, roles jsonb, typ text, dbrole text, txn text, iat numeric)
    WHERE c.dbrole = session_user AND (c.typ = 'access' OR c.txn = p_payment_id::text);
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP001', MESSAGE = 'token_invalid';
    ELSIF v_is_revoked THEN
        RAISE EXCEPTION USING ERRCODE = 'IP003', MESSAGE = 'token_revoked';
    END IF;
END
$$;
