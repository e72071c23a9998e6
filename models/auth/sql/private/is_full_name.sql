-- Whether a text, trimmed, can be a person's name: 1 to 100 characters, none that controls or turns text.
CREATE FUNCTION private.is_full_name(p_name text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN coalesce(length(btrim(p_name)) BETWEEN 1 AND 100
    AND btrim(p_name) !~ E'[[:cntrl:]\u202a-\u202e\u2066-\u2069]', false);
