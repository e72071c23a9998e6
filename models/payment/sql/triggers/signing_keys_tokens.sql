-- A key that changes or goes takes along what is known by it: whoever remembers a token at the same time
-- comes before, or looks for the key again afterwards.
CREATE FUNCTION private.forget_tokens_of_keys() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    LOCK TABLE private.known_tokens IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM private.known_tokens;
    RETURN NULL;
END
$$;
CREATE TRIGGER forget_tokens_of_keys AFTER UPDATE OR DELETE OR TRUNCATE ON private.signing_keys
    FOR EACH STATEMENT EXECUTE FUNCTION private.forget_tokens_of_keys();
