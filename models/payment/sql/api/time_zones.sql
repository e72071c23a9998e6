-- The time zones that the bank may go by, with what each is ahead of UTC now, by name. ADMIN.
-- Raises IP001..IP003, IP004 not_permitted.
CREATE FUNCTION api.time_zones(p_token text) RETURNS TABLE (name text, utc_offset interval)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.require_role((private.caller(p_token)).roles, 'ADMIN');
    RETURN QUERY SELECT z.name, z.utc_offset FROM private.time_zones() AS z ORDER BY z.name;
END
$$;
