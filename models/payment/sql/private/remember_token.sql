-- Keeps an access token as verified until it dies, as its next calls need not work its signature out
-- again. Only where nobody else is just keeping the same one: to wait would be to wait for a payment; nor
-- where its person or session is just being revoked. Whoever revokes it later waits for this to be committed,
-- and then takes it away (forget_revoked_tokens); what was revoked before is found by asking once more.
-- The key is asked for once more, after the table's lock: a key that is taken away takes what it signed
-- along (forget_tokens_of_keys), and nothing comes in behind it. Raises IP003 token_revoked.
CREATE FUNCTION private.remember_token(p_token text, p_caller private.caller_facts) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtextextended(p_token, 0))
        OR NOT pg_try_advisory_xact_lock_shared(hashtextextended(p_caller.user_id::text, 0))
        OR NOT pg_try_advisory_xact_lock_shared(hashtextextended(p_caller.session_id::text, 0))
    THEN
        RETURN;
    END IF;
    PERFORM private.refuse_revoked(p_caller);
    INSERT INTO private.known_tokens (signature, token, database_role, user_id, session_id, roles,
        issued, dies_at)
    SELECT split_part(p_token, '.', 3), p_token, session_user, p_caller.user_id, p_caller.session_id,
        p_caller.roles, p_caller.issued,
        -- Not beyond its key: whoever knew a key that was replaced may have signed one for ever.
        least(to_timestamp(p_caller.dies), k.verifies_until AT TIME ZONE 'UTC')
    FROM private.signing_keys AS k
    WHERE k.header = split_part(p_token, '.', 1)
        AND (k.verifies_until IS NULL OR k.verifies_until > (clock_timestamp() AT TIME ZONE 'UTC'))
    ON CONFLICT DO NOTHING;
END
$$;
