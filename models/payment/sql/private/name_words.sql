-- The words of a name as they are looked for: small letters without accents, vowel marks or joiners, the
-- Arabic letters that people write one for another as one (alef, yeh, heh), split at blanks and punctuation.
CREATE FUNCTION private.name_words(p_name text) RETURNS text[]
LANGUAGE sql IMMUTABLE
RETURN (SELECT coalesce(array_agg(DISTINCT w.word), '{}') FROM regexp_split_to_table(
    translate(regexp_replace(lower(normalize(p_name, NFKD)),
        E'[\u0300-\u036f\u0640\u064b-\u065f\u0670\u200c-\u200f]', '', 'g'),
        E'\u0671\u0649\u0629', E'\u0627\u064a\u0647'),
    '[[:space:][:punct:]]+') AS w (word) WHERE w.word <> '');
