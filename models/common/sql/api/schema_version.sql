-- The revision of this database's tables; asked before anybody has signed in.
CREATE FUNCTION api.schema_version() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
    SELECT v.version_num FROM private.alembic_version AS v
$$;
