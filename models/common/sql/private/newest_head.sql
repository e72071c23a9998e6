-- The newest seal, for the other database to keep: who cuts seals off here would have to cut there too.
CREATE FUNCTION private.newest_head()
RETURNS TABLE (seal_id bigint, era integer, last_id bigint, hash bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
AS $$
BEGIN
    RETURN QUERY
    SELECT s.id, s.era, s.last_id, s.hash FROM public.audit_seals AS s ORDER BY s.id DESC LIMIT 1;
END
$$;
