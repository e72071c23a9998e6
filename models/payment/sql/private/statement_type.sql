-- Which kind a statement says it is, before it is believed: only the two that api.accept() takes.
CREATE FUNCTION private.statement_type(p_statement text) RETURNS text
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_type text;
BEGIN
    IF p_statement IS NULL OR octet_length(p_statement) > 2048 THEN
        RAISE EXCEPTION USING ERRCODE = 'IP001', MESSAGE = 'token_invalid';
    END IF;
    BEGIN
        v_type := convert_from(
            private.base64url_decode(split_part(p_statement, '.', 2)), 'UTF8')::jsonb ->> 'typ';
    EXCEPTION WHEN data_exception THEN
        RAISE EXCEPTION USING ERRCODE = 'IP001', MESSAGE = 'token_invalid';
    END;
    IF v_type IS NULL OR v_type NOT IN ('holder', 'revoke') THEN
        RAISE EXCEPTION USING ERRCODE = 'IP006', MESSAGE = 'statement_unknown';
    END IF;
    RETURN v_type;
END
$$;
