-- Waits until a payment that was made without waiting for the disk (api.transfer, `p_will_flush`) is on it, and at a
-- standby where commits wait for one. Locking its row writes to the log, so that this commit is forced to disk, and
-- all before it. That it is there is asked in the same breath: the server that answers may be another one, or have
-- come back from a crash, and have never heard of the payment; then another flush would prove nothing.
-- Raises IP005, IP007 changed_meanwhile (not there: to be sent again under its id).
CREATE FUNCTION api.flush(p_id uuid) RETURNS void
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
    PERFORM 1 FROM public.transactions AS t WHERE t.id = p_id AND t.status = 'COMPLETED' FOR KEY SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP007', MESSAGE = 'changed_meanwhile';
    END IF;
END
$$;
