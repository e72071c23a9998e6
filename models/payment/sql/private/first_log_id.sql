-- The first row of the log that was written at a moment or later; one above the last where there is none. Rows get
-- their id and their time together, so that, but for those that are written side by side, both have one order, and
-- halving finds it by key: two dozen looks among a million, and no index over times that each payment would pay for.
CREATE FUNCTION private.first_log_id(p_at timestamp) RETURNS bigint
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_low bigint := (SELECT l.id FROM public.audit_logs AS l ORDER BY l.id LIMIT 1);
    v_high bigint := (SELECT l.id + 1 FROM public.audit_logs AS l ORDER BY l.id DESC LIMIT 1);
    v_middle bigint;
    v_time timestamp;
BEGIN
    v_low := coalesce(v_low, 0);
    v_high := coalesce(v_high, 0);
    WHILE v_low < v_high LOOP
        v_middle := v_low + (v_high - v_low) / 2;
        -- Ids have gaps: the next row that there is stands for them.
        SELECT l.created_at INTO STRICT v_time FROM public.audit_logs AS l
        WHERE l.id >= v_middle ORDER BY l.id LIMIT 1;
        IF v_time < p_at THEN
            v_low := v_middle + 1;
        ELSE
            v_high := v_middle;
        END IF;
    END LOOP;
    RETURN v_low;
END
$$;
