-- Holds seals against the rows that they are over, from the one after `p_after` on: `p_limit` of them (1 to
-- 500), or fewer that are over some 100,000 rows, or those up to the first that does not fit. That one says
-- from when to when its rows were written, as far as they are there. `newest_id` is the last seal there is.
-- Raises IP230 filter_invalid.
CREATE FUNCTION private.check_seals(p_after bigint, p_limit integer)
RETURNS TABLE (seal_id bigint, fits boolean, row_count bigint, sealed_at timestamp, hash text,
    newest_id bigint, first_at timestamp, last_at timestamp)
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_newest public.audit_seals;
    v_seal public.audit_seals;
    v_until bigint := 9223372036854775807;
    v_era integer;
    v_rows bigint := 0;
BEGIN
    IF coalesce(p_limit NOT BETWEEN 1 AND 500, true) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP230', MESSAGE = 'filter_invalid';
    END IF;
    SELECT s.* INTO v_newest FROM public.audit_seals AS s ORDER BY s.id DESC LIMIT 1;
    FOR v_seal IN
        SELECT s.* FROM public.audit_seals AS s
        WHERE s.id > coalesce(p_after, 0) ORDER BY s.id LIMIT p_limit
    LOOP
        IF v_seal.era < v_newest.era AND v_seal.era IS DISTINCT FROM v_era THEN
            v_until := (SELECT max(e.last_id) FROM public.audit_seals AS e WHERE e.era = v_seal.era);
        ELSIF v_seal.era >= v_newest.era THEN
            v_until := 9223372036854775807;
        END IF;
        v_era := v_seal.era;
        seal_id := v_seal.id;
        fits := private.seal_fits(v_seal, v_until);
        row_count := v_seal.row_count;
        sealed_at := v_seal.created_at;
        hash := encode(v_seal.hash, 'hex');
        newest_id := v_newest.id;
        IF fits IS NOT TRUE THEN
            fits := false;
            SELECT min(l.created_at), max(l.created_at) INTO first_at, last_at
            FROM public.audit_logs AS l
            WHERE l.xid >= v_seal.from_xid AND l.xid < v_seal.below_xid
                AND l.id + 0 > v_seal.after_id AND l.id + 0 <= v_until;
        END IF;
        RETURN NEXT;
        v_rows := v_rows + v_seal.row_count;
        EXIT WHEN NOT fits OR v_rows > 100000;
    END LOOP;
END
$$;
