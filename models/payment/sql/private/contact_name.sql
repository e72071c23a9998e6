-- A contact's name as it is kept: trimmed, 1 to 60 characters, none that controls or turns text.
-- Raises IP225 contact_invalid.
CREATE FUNCTION private.contact_name(p_name text) RETURNS text
LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
    v_name text := btrim(p_name);
BEGIN
    IF v_name IS NULL OR length(v_name) NOT BETWEEN 1 AND 60
        OR private.controls_text(v_name)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP225', MESSAGE = 'contact_invalid';
    END IF;
    RETURN v_name;
END
$$;
