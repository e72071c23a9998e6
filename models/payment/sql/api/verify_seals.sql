-- Holds some seals of this database's log against their rows, for an auditor (private.check_seals).
-- Raises IP001..IP003, IP004 not_permitted, IP230 filter_invalid.
CREATE FUNCTION api.verify_seals(p_token text, p_after bigint, p_limit integer)
RETURNS TABLE (seal_id bigint, fits boolean, row_count bigint, sealed_at timestamp, hash text,
    newest_id bigint, first_at timestamp, last_at timestamp)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.require_role((private.caller(p_token)).roles, 'AUDITOR');
    RETURN QUERY SELECT s.* FROM private.check_seals(p_after, p_limit) AS s;
END
$$;
