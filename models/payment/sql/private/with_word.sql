-- Who has a word in the name that begins so, `p_most` of them (null: all), in the order of the words.
CREATE FUNCTION private.with_word(p_beginning text, p_most bigint) RETURNS uuid[]
LANGUAGE plpgsql STABLE
SET enable_bitmapscan = off
AS $$
BEGIN
    RETURN ARRAY(SELECT w.user_id FROM public.holder_words AS w
        WHERE w.word >= p_beginning AND w.word < p_beginning || chr(1114111)
        ORDER BY w.word LIMIT p_most);
END
$$;
