-- The channel to LISTEN to for news of the counter, beside one's own (api.my_channel): something waits for approval
-- or was decided, a till has changed. Nothing comes with the news. SUPERVISOR, AUDITOR.
-- Raises IP001..IP003, IP004 not_permitted.
CREATE FUNCTION api.counter_channel(p_token text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.require_role((private.caller(p_token)).roles, 'SUPERVISOR', 'AUDITOR');
    RETURN private.counter_channel(convert_to(private.setting('channel_secret'), 'UTF8'));
END
$$;
