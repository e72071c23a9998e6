-- A note is at most 140 characters, without control characters or those that would turn the direction
-- of what stands beside it on the payee's screen. Returns it. Raises IP207 note_invalid.
CREATE FUNCTION private.check_note(p_note text) RETURNS text
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    IF p_note IS NULL OR length(p_note) > 140 OR private.controls_text(p_note) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP207', MESSAGE = 'note_invalid';
    END IF;
    RETURN p_note;
END
$$;
