-- A revocation takes along the tokens that are known of its person or session: a known one is not looked for
-- among revocations any more. Whoever remembers one at the same time (private.remember_token) holds the
-- subject's lock until commit, so that it is found here; or finds the lock taken, and does not remember it.
CREATE FUNCTION private.forget_revoked_tokens() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.subject::text, 0));
    DELETE FROM private.known_tokens AS k
    WHERE (k.user_id = NEW.subject OR k.session_id = NEW.subject) AND k.issued < NEW.not_before;
    RETURN NULL;
END
$$;
CREATE TRIGGER forget_revoked_tokens AFTER INSERT OR UPDATE ON public.revocations
    FOR EACH ROW EXECUTE FUNCTION private.forget_revoked_tokens();
