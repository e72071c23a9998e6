-- The chained hash of a seal: over the hash before it and each row in its range, in id order.
-- A set of one row, so that a query over all seals takes this query into its own.
CREATE FUNCTION private.audit_hash(
    p_previous bytea, p_after_id bigint, p_until_id bigint, p_from xid8, p_below xid8
) RETURNS TABLE (row_count bigint, last_id bigint, hash bytea)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
AS $$
    SELECT count(*), coalesce(max(l.id), p_after_id),
        sha256(p_previous || convert_to(
            coalesce(string_agg(private.audit_line(l), E'\n' ORDER BY l.id), ''), 'UTF8'))
    FROM public.audit_logs AS l
    -- Nothing is added to the ids, but their index is left aside: in an era's rows it bounds nothing.
    WHERE l.xid >= p_from AND l.xid < p_below AND l.id + 0 > p_after_id AND l.id + 0 <= p_until_id
$$;
