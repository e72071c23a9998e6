-- Keeps the other database's newest seal. What is kept stays as it is: a second seal of the same number
-- changes nothing, and the doctor finds that the two differ. Returns whether it was new. Raises IP005.
CREATE FUNCTION private.keep_head(
    p_database text, p_seal_id bigint, p_era integer, p_last_id bigint, p_hash bytea
) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.refuse_started_transaction();
    INSERT INTO public.audit_heads (database, seal_id, era, last_id, hash)
    VALUES (p_database, p_seal_id, p_era, p_last_id, p_hash)
    ON CONFLICT DO NOTHING;
    RETURN FOUND;
END
$$;
