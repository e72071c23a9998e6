-- Takes a statement that Auth has signed: a holder's name, or that tokens issued before a time no
-- longer count. Any desktop may hand one over, any number of times: an older one changes nothing.
-- Raises IP001, IP005, IP006 statement_unknown.
CREATE FUNCTION api.accept(p_statement text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_claims jsonb;
    v_type text;
BEGIN
    PERFORM private.refuse_started_transaction();
    v_type := private.statement_type(p_statement);
    v_claims := private.verified_claims(p_statement, v_type);
    IF v_type = 'holder' THEN
        INSERT INTO public.holders AS h (user_id, full_name, stated_at)
        VALUES ((v_claims ->> 'sub')::uuid, v_claims ->> 'full_name',
            (v_claims ->> 'iat')::numeric)
        ON CONFLICT (user_id) DO UPDATE
        SET full_name = excluded.full_name, stated_at = excluded.stated_at
        WHERE h.stated_at < excluded.stated_at;
    ELSE
        INSERT INTO public.revocations AS r (subject, not_before)
        VALUES ((v_claims ->> 'sub')::uuid, (v_claims ->> 'not_before')::numeric)
        ON CONFLICT (subject) DO UPDATE SET not_before = excluded.not_before
        WHERE r.not_before < excluded.not_before;
        -- Whoever has lost a role or a session reads nobody else's accounts with what was opened before.
        UPDATE public.customer_openings AS o SET closes_at = private.utc_now()
        WHERE (o.staff_id = (v_claims ->> 'sub')::uuid OR o.session_id = (v_claims ->> 'sub')::uuid)
            AND o.closes_at > private.utc_now();
    END IF;
END
$$;
