-- What somebody looks for, as the words that must all be found.
-- Raises IP230 filter_invalid (no text, or over 100 characters).
CREATE FUNCTION private.search_words(p_text text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    IF coalesce(length(p_text) > 100, true) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP230', MESSAGE = 'filter_invalid';
    END IF;
    RETURN ARRAY(SELECT w.word
        FROM regexp_split_to_table(private.folded_text(p_text), '[[:space:]]+') AS w (word)
        WHERE w.word <> '');
END
$$;
