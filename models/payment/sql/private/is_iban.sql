-- Whether a text, upper case and without blanks, is an IBAN: country, two check digits, 11 to 30 letters
-- or digits; with the first four behind and letters as 10 to 35 the remainder by 97 is 1 (ISO 13616).
-- Check digits are 98 less a remainder, so never 00, 01 or 99. Egypt's have 29 characters, all digits but
-- the first two; of other countries' only what all have in common is checked, as no account is theirs.
CREATE FUNCTION private.is_iban(p_text text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT
AS $$
DECLARE
    v_digits text;
BEGIN
    IF p_text !~ '^(EG[0-9]{27}|(?!EG)[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30})$'
        OR substr(p_text, 3, 2) IN ('00', '01', '99')
    THEN
        RETURN false;
    END IF;
    SELECT string_agg(CASE WHEN c.letter >= 'A' COLLATE "C" THEN (ascii(c.letter) - 55)::text
        ELSE c.letter END, '' ORDER BY c.place) INTO v_digits
    FROM string_to_table(substr(p_text, 5) || left(p_text, 4), NULL)
        WITH ORDINALITY AS c (letter, place);
    RETURN v_digits::numeric % 97 = 1;
END
$$;
