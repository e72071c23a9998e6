-- The rows of two accounts, in the order asked for, locked lower id first: whoever comes second waits,
-- nobody deadlocks. One statement each, as one for both would lose a row that somebody else has changed
-- meanwhile. The whole row as one value: a statement with a column for each works their types out anew
-- each time. An account that is not there is null.
CREATE FUNCTION private.lock_pair(p_first uuid, p_second uuid) RETURNS public.accounts[]
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_lower public.accounts;
    v_upper public.accounts;
BEGIN
    v_lower := (SELECT a FROM public.accounts AS a
        WHERE a.id = least(p_first, p_second) FOR NO KEY UPDATE);
    v_upper := (SELECT a FROM public.accounts AS a
        WHERE a.id = greatest(p_first, p_second) FOR NO KEY UPDATE);
    IF p_first < p_second THEN
        RETURN ARRAY[v_lower, v_upper];
    END IF;
    RETURN ARRAY[v_upper, v_lower];
END
$$;
