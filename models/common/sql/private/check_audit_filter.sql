-- What the log may be narrowed to: a period that does not end before it begins, fifty people, and texts that
-- the log could hold. A bound that is null is none.
-- Raises IP229 period_invalid, IP230 filter_invalid.
CREATE FUNCTION private.check_audit_filter(
    p_from timestamp, p_to timestamp, p_actors uuid[], p_event text, p_entity text
) RETURNS void
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    IF p_from > p_to THEN
        RAISE EXCEPTION USING ERRCODE = 'IP229', MESSAGE = 'period_invalid';
    END IF;
    IF cardinality(p_actors) > 50 OR length(p_event) > 50 OR length(p_entity) > 100 THEN
        RAISE EXCEPTION USING ERRCODE = 'IP230', MESSAGE = 'filter_invalid';
    END IF;
END
$$;
