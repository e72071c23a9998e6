-- A name as a stranger may see it: the first word, the second one's first letter, four bullets. A
-- single word keeps its first letter only.
CREATE FUNCTION private.masked_name(p_full_name text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
    WHEN strpos(btrim(p_full_name), ' ') = 0 THEN left(btrim(p_full_name), 1) || '••••'
    ELSE split_part(btrim(p_full_name), ' ', 1) || ' '
        || left(ltrim(substr(btrim(p_full_name), strpos(btrim(p_full_name), ' '))), 1) || '••••'
END;
