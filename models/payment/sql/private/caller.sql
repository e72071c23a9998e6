-- Who calls, from an access token: verified here alone, without asking Auth. The token must have been
-- made out to this very login, so that one copied from another station is worth nothing. For one
-- payment a `confirm` token does as well, which Auth gave for that payment and for a password.
-- What a writing call has verified before is known by the whole token (private.remember_token): its
-- signature is not worked out again. Whether it has died is asked each time; a revocation takes what is
-- known along (forget_revoked_tokens), so only a token that is not known is looked for among those.
-- Raises IP001 token_invalid, IP002 token_expired, IP003 token_revoked.
CREATE FUNCTION private.caller(p_token text, p_payment_id uuid DEFAULT NULL)
RETURNS private.caller_facts
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_caller private.caller_facts;
BEGIN
    SELECT k.* INTO v_caller FROM private.known_caller(p_token) AS k;
    IF NOT FOUND THEN
        v_caller := private.verified_caller(p_token, p_payment_id);
        PERFORM private.refuse_revoked(v_caller);
    END IF;
    RETURN v_caller;
END
$$;
