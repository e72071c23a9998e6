-- A reason is 1 to 200 characters, without control characters or those that turn the direction of
-- text. Returns it trimmed. Raises IP216 reason_invalid.
CREATE FUNCTION private.check_reason(p_reason text) RETURNS text
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    IF coalesce(btrim(p_reason), '') = '' OR length(p_reason) > 200
        OR private.controls_text(p_reason)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP216', MESSAGE = 'reason_invalid';
    END IF;
    RETURN btrim(p_reason);
END
$$;
