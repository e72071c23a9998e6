-- Locks the row of a person, so that what is counted of that person cannot be overrun side by side.
-- Raises IP209 holder_unknown.
CREATE FUNCTION private.lock_holder(p_user_id uuid) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    PERFORM FROM public.holders AS h WHERE h.user_id = p_user_id FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP209', MESSAGE = 'holder_unknown';
    END IF;
END
$$;
