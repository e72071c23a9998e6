-- Notes in the log that an auditor takes rows of it away as a file, and which ones: called before they are read.
-- Raises IP004 not_permitted, IP005, IP102 session_ended, IP105 password_change_required, IP107
-- session_locked, IP229 period_invalid, IP230 filter_invalid.
CREATE FUNCTION api.note_audit_export(
    p_session text, p_from timestamp, p_to timestamp, p_actors uuid[], p_event text, p_entity text
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_session public.sessions;
BEGIN
    PERFORM private.refuse_started_transaction();
    v_session := private.staff_session(p_session, 'AUDITOR');
    PERFORM private.check_audit_filter(p_from, p_to, p_actors, p_event, p_entity);
    PERFORM private.record('auth', 'audit_exported', jsonb_build_object('from', p_from,
        'to', p_to, 'actors', p_actors, 'event', p_event, 'entity', p_entity,
        'station', v_session.station), v_session.user_id, v_session.id);
END
$$;
