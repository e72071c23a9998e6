-- Waits until whatever was committed before is on disk (and at a standby, where commits wait for one): for
-- payments that were asked not to wait for it themselves (api.transfer, `p_will_flush`). A row of the log is
-- forced there together with all before it, so this writes one that says nothing.
-- Raises IP005.
CREATE FUNCTION api.flush() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.refuse_started_transaction();
    IF current_setting('synchronous_commit') = 'off' THEN
        PERFORM set_config('synchronous_commit', 'on', true);
    END IF;
    PERFORM pg_logical_emit_message(true, '', '');
END
$$;
