-- The caller's own channel: LISTEN to it, and look again whenever it tells. Nothing comes with the news.
-- Raises IP001..IP003.
CREATE FUNCTION api.my_channel(p_token text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    RETURN private.channel((private.caller(p_token)).user_id,
        convert_to(private.setting('channel_secret'), 'UTF8'));
END
$$;
