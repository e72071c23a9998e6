-- Holds some seals of this database's log against their rows, for an auditor (private.check_seals).
-- Raises IP004 not_permitted, IP005, IP102 session_ended, IP105 password_change_required, IP107
-- session_locked, IP230 filter_invalid.
CREATE FUNCTION api.verify_seals(p_session text, p_after bigint, p_limit integer)
RETURNS TABLE (seal_id bigint, fits boolean, row_count bigint, sealed_at timestamp, hash text,
    newest_id bigint, first_at timestamp, last_at timestamp)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.refuse_started_transaction();
    PERFORM private.staff_session(p_session, 'AUDITOR');
    RETURN QUERY SELECT s.* FROM private.check_seals(p_after, p_limit) AS s;
END
$$;
