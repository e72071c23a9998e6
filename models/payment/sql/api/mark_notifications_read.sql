-- Marks some of the caller's notices as read; ids of others' are passed over. Returns how many changed.
-- Raises IP001..IP003, IP005.
CREATE FUNCTION api.mark_notifications_read(p_token text, p_ids uuid[]) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_reader uuid;
    v_changed integer;
BEGIN
    v_reader := (private.writer(p_token)).user_id;
    UPDATE public.notifications AS n SET is_read = true
    WHERE n.user_id = v_reader AND n.id = ANY (p_ids) AND NOT n.is_read;
    GET DIAGNOSTICS v_changed = ROW_COUNT;
    RETURN v_changed;
END
$$;
