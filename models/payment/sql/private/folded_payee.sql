-- An address or IBAN as the bank writes it: `name@instapay` in lower case, an IBAN in upper case without
-- blanks. Null for a text that can be neither, which says nothing about anybody.
-- Only ASCII letters are folded (collation C), so that no foreign letter turns into somebody's address.
CREATE FUNCTION private.folded_payee(p_text text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT
AS $$
DECLARE
    v_folded text;
BEGIN
    IF length(p_text) > 100 THEN
        RETURN NULL;
    END IF;
    IF strpos(p_text, '@') > 0 THEN
        v_folded := lower(btrim(p_text) COLLATE "C");
        RETURN CASE WHEN v_folded ~ '^[a-z0-9][a-z0-9._-]{1,38}@instapay$' THEN v_folded END;
    END IF;
    v_folded := upper(replace(p_text, ' ', '') COLLATE "C");
    RETURN CASE WHEN private.is_iban(v_folded) THEN v_folded END;
END
$$;
