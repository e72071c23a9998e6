-- Who a known token was made out to (private.remember_token); no row for one that is not known, has died, or was
-- made out to another login. A query that is written into whatever asks, so that it costs no call of its own.
CREATE FUNCTION private.known_caller(p_token text) RETURNS SETOF private.caller_facts
LANGUAGE sql STABLE
AS $$
    SELECT k.user_id, k.session_id, k.roles, false, k.issued, NULL::numeric
    FROM private.known_tokens AS k
    WHERE k.signature = split_part(p_token, '.', 3) AND k.token = p_token
        AND k.database_role = session_user AND k.dies_at > clock_timestamp()
$$;
