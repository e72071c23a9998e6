-- Raises IP229 period_invalid where a period ends before it begins; a bound that is null is none.
CREATE FUNCTION private.check_period(p_from timestamp, p_to timestamp) RETURNS void
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    IF p_from > p_to THEN
        RAISE EXCEPTION USING ERRCODE = 'IP229', MESSAGE = 'period_invalid';
    END IF;
END
$$;
