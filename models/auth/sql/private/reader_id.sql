-- Whose rows this query may see: the person of the access token in `instapay.token`, null without a
-- valid one. Runs once a query where a policy calls it in parentheses.
CREATE FUNCTION private.reader_id() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_token text := current_setting('instapay.token', true);
    v_claims jsonb;
BEGIN
    IF coalesce(v_token, '') = '' THEN
        RETURN NULL;
    END IF;
    v_claims := private.verified_claims(v_token, 'access');
    IF v_claims ->> 'dbrole' IS DISTINCT FROM session_user THEN
        RAISE EXCEPTION USING ERRCODE = 'IP001', MESSAGE = 'token_invalid';
    END IF;
    PERFORM FROM public.sessions AS s
    WHERE s.id = (v_claims ->> 'sid')::uuid AND s.ended_at IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP003', MESSAGE = 'token_revoked';
    END IF;
    RETURN (v_claims ->> 'sub')::uuid;
END
$$;
