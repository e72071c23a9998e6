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
    v_issued numeric := v_claims ->> 'iat';
BEGIN
    has_confirmed := v_claims ->> 'typ' = 'confirm';
    IF v_claims ->> 'dbrole' IS DISTINCT FROM session_user
        OR (has_confirmed AND v_claims ->> 'txn' IS DISTINCT FROM p_payment_id::text)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP001', MESSAGE = 'token_invalid';
    END IF;
    user_id := v_claims ->> 'sub';
    session_id := v_claims ->> 'sid';
    roles := v_claims -> 'roles';
    PERFORM FROM public.revocations AS r
    WHERE r.subject = ANY (ARRAY[user_id, session_id]) AND r.not_before > v_issued;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP003', MESSAGE = 'token_revoked';
    END IF;
END
$$;
