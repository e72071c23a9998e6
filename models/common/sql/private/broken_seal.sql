-- The first seal that does not fit; null when all do. One query over all seals, by as many processes as
-- there are to be had: no seal waits for the one before, whose hash is read and not computed.
CREATE FUNCTION private.broken_seal() RETURNS bigint
LANGUAGE sql STABLE
SET parallel_setup_cost = 0
SET parallel_tuple_cost = 0
SET min_parallel_table_scan_size = 0
AS $$
    -- As a filter of the aggregate: in WHERE it would be asked of one seal after another, by one process.
    -- The array holds where each era ended; the newest has not.
    SELECT min(s.id) FILTER (WHERE NOT private.seal_fits(s, coalesce((ARRAY(
        SELECT max(e.last_id) FROM public.audit_seals AS e
        WHERE e.era < (SELECT max(m.era) FROM public.audit_seals AS m)
        GROUP BY e.era ORDER BY e.era
    ))[s.era], 9223372036854775807)))
    FROM public.audit_seals AS s
$$;
