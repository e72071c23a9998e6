-- Who calls, from an access token: verified here alone, without asking Auth. The token must have been
-- made out to this very login, so that one copied from another station is worth nothing.
-- Raises IP001 token_invalid, IP002 token_expired, IP003 token_revoked.
CREATE FUNCTION private.caller(
    p_token text, OUT user_id uuid, OUT session_id uuid, OUT roles jsonb
)
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_claims jsonb := private.verified_claims(p_token, 'access');
BEGIN
    IF v_claims ->> 'dbrole' IS DISTINCT FROM session_user THEN
        RAISE EXCEPTION USING ERRCODE = 'IP001', MESSAGE = 'token_invalid';
    END IF;
    user_id := (v_claims ->> 'sub')::uuid;
    session_id := (v_claims ->> 'sid')::uuid;
    roles := v_claims -> 'roles';
    PERFORM FROM public.revocations AS r
    WHERE r.subject IN (user_id, session_id) AND r.not_before > (v_claims ->> 'iat')::numeric;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP003', MESSAGE = 'token_revoked';
    END IF;
END
$$;
