-- The newest row of the log, up to an id, that was written before a moment; 0 where none was. Found by
-- halving, without an index over times that each payment would pay for. Rows are numbered about as they were
-- written, so whoever asks gives a slack: so much later a row may say it was written than one after it.
CREATE FUNCTION private.audit_id_before(p_newest bigint, p_moment timestamp, p_slack interval)
RETURNS bigint
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_low bigint := 0;
    v_high bigint := p_newest;
    v_middle bigint;
    v_id bigint;
    v_at timestamp;
BEGIN
    WHILE v_low < v_high LOOP
        v_middle := v_low + (v_high - v_low + 1) / 2;
        -- Ids have gaps: the newest row that is there stands for the middle.
        SELECT l.id, l.created_at INTO v_id, v_at FROM public.audit_logs AS l
        WHERE l.id <= v_middle AND l.id > v_low ORDER BY l.id DESC LIMIT 1;
        IF NOT FOUND OR v_at - p_slack < p_moment THEN
            v_low := v_middle;
        ELSE
            v_high := v_id - 1;
        END IF;
    END LOOP;
    RETURN v_low;
END
$$;
