-- Seals of the other database as this one has kept them, in their order from the one after `p_after` on, 1,000
-- at most: an auditor holds the seals there against them, so that cut-off ones are missed.
-- Raises IP001..IP003, IP004 not_permitted.
CREATE FUNCTION api.kept_heads(p_token text, p_after bigint)
RETURNS TABLE (seal_id bigint, hash text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.require_role((private.caller(p_token)).roles, 'AUDITOR');
    RETURN QUERY SELECT h.seal_id, encode(h.hash, 'hex') FROM public.audit_heads AS h
    WHERE h.database = 'auth' AND h.seal_id > coalesce(p_after, 0) ORDER BY h.seal_id LIMIT 1000;
END
$$;
