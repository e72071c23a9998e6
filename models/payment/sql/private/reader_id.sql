-- Whose rows this query may see: the person of the access token in `instapay.token`, null without one.
-- Runs once a query where a policy calls it in parentheses.
CREATE FUNCTION private.reader_id() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_token text := current_setting('instapay.token', true);
BEGIN
    IF coalesce(v_token, '') = '' THEN
        RETURN NULL;
    END IF;
    RETURN (private.caller(v_token)).user_id;
END
$$;
