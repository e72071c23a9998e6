-- Rows of the log, newest first: those between two moments (UTC, the end not included), by one of these
-- people, of this event, about one of these things. Null is any. What a row is about are the values of its
-- payload, its session, and who did it.
-- Pages by key: older than the row `p_before` (null begins at the newest), at most `p_limit` rows (1 to 500).
-- A call looks at 20,000 rows at most. Where older ones are left, one more row says so: its event is null, its
-- id the next `p_before`, its time how far back this call has looked.
-- Moments become ids with ten minutes to spare, so that neither statements that ran side by side nor a
-- clock that was put right hide a row.
-- Raises IP230 filter_invalid.
CREATE FUNCTION private.audit_page(
    p_from timestamp, p_to timestamp, p_actors uuid[], p_event text, p_entities text[],
    p_before bigint, p_limit integer
)
RETURNS TABLE (id bigint, at timestamp, service text, event text, actor uuid, session_id uuid,
    station text, payload text, is_sealed boolean)
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_seal public.audit_seals;
    v_newest bigint := coalesce((SELECT max(l.id) FROM public.audit_logs AS l), 0);
    v_oldest bigint := 0;
    v_down_to bigint;
    v_left integer := p_limit;
BEGIN
    IF coalesce(p_limit NOT BETWEEN 1 AND 500, true) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP230', MESSAGE = 'filter_invalid';
    END IF;
    v_newest := least(v_newest, greatest(coalesce(p_before, v_newest + 1), 1) - 1);
    IF p_to IS NOT NULL THEN
        v_newest := private.audit_id_before(v_newest, p_to, interval '10 minutes');
    END IF;
    IF p_from IS NOT NULL THEN
        v_oldest := private.audit_id_before(v_newest, p_from, interval '-10 minutes');
    END IF;
    SELECT s.* INTO v_seal FROM public.audit_seals AS s ORDER BY s.id DESC LIMIT 1;
    FOR id, at, service, event, actor, session_id, station, payload, is_sealed IN
        SELECT l.id, l.created_at, l.service, l.event, l.actor, l.session_id, l.database_role,
            l.payload, coalesce(l.xid IS NOT NULL AND (l.id <= v_seal.after_id
                OR l.xid < v_seal.below_xid), false)
        FROM (
            SELECT r.* FROM public.audit_logs AS r
            WHERE r.id <= v_newest AND r.id > v_oldest ORDER BY r.id DESC LIMIT 20000
        ) AS l
        WHERE (p_from IS NULL OR l.created_at >= p_from) AND (p_to IS NULL OR l.created_at < p_to)
            AND (p_event IS NULL OR l.event = p_event)
            AND (p_actors IS NULL OR l.actor = ANY (p_actors))
            AND (p_entities IS NULL OR l.actor::text = ANY (p_entities)
                OR l.session_id::text = ANY (p_entities)
                OR EXISTS (SELECT FROM jsonb_each_text(
                        CASE WHEN jsonb_typeof(l.payload) = 'object' THEN l.payload END) AS f
                    WHERE f.value = ANY (p_entities)))
        ORDER BY l.id DESC
        LIMIT p_limit
    LOOP
        v_left := v_left - 1;
        RETURN NEXT;
    END LOOP;
    IF v_left = 0 THEN
        v_down_to := id;
    ELSE
        SELECT l.id INTO v_down_to FROM public.audit_logs AS l
        WHERE l.id <= v_newest AND l.id > v_oldest ORDER BY l.id DESC OFFSET 19999 LIMIT 1;
    END IF;
    IF EXISTS (SELECT FROM public.audit_logs AS l WHERE l.id < v_down_to AND l.id > v_oldest) THEN
        SELECT l.id, l.created_at INTO id, at FROM public.audit_logs AS l WHERE l.id = v_down_to;
        service := NULL;
        event := NULL;
        actor := NULL;
        session_id := NULL;
        station := NULL;
        payload := NULL;
        is_sealed := NULL;
        RETURN NEXT;
    END IF;
END
$$;
