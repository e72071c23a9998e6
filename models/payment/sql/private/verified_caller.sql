-- Who calls, by the signature of an access token or, for one payment, of a `confirm` token.
-- Raises IP001 token_invalid, IP002 token_expired.
CREATE FUNCTION private.verified_caller(p_token text, p_payment_id uuid)
RETURNS private.caller_facts
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_claims jsonb := private.verified_claims(p_token, 'access',
        CASE WHEN p_payment_id IS NOT NULL THEN 'confirm' END);
    v_caller private.caller_facts;
BEGIN
    v_caller.has_confirmed := v_claims ->> 'typ' = 'confirm';
    IF v_claims ->> 'dbrole' IS DISTINCT FROM session_user
        OR (v_caller.has_confirmed AND v_claims ->> 'txn' IS DISTINCT FROM p_payment_id::text)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP001', MESSAGE = 'token_invalid';
    END IF;
    v_caller.user_id := v_claims ->> 'sub';
    v_caller.session_id := v_claims ->> 'sid';
    v_caller.roles := v_claims -> 'roles';
    v_caller.issued := v_claims ->> 'iat';
    v_caller.dies := v_claims ->> 'exp';
    RETURN v_caller;
END
$$;
