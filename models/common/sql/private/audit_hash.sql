-- The chained hash of a seal: over the hash before it and each row in its range, in id order. A row is
-- written as a JSON array, whose text depends on no setting of the session.
CREATE FUNCTION private.audit_hash(
    p_previous bytea, p_after_id bigint, p_from xid8, p_below xid8,
    OUT row_count bigint, OUT last_id bigint, OUT hash bytea
)
LANGUAGE sql STABLE
AS $$
    SELECT count(*), coalesce(max(l.id), p_after_id),
        sha256(p_previous || convert_to(coalesce(string_agg(
            jsonb_build_array(l.id, l.service, l.event, l.payload, l.created_at, l.actor,
                l.session_id, l.database_role, l.xid::text)::text, E'\n' ORDER BY l.id), ''), 'UTF8'))
    FROM public.audit_logs AS l
    WHERE l.id > p_after_id AND l.xid >= p_from AND l.xid < p_below
$$;
