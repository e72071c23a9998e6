-- What people are called whom the log of either database names by id, for an auditor: 1,000 ids at most; an
-- unknown one has no row.
-- Raises IP004 not_permitted, IP005, IP102 session_ended, IP105 password_change_required, IP107
-- session_locked, IP230 filter_invalid.
CREATE FUNCTION api.audit_names(p_session text, p_ids uuid[])
RETURNS TABLE (user_id uuid, full_name text)
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
    IF cardinality(p_ids) > 1000 THEN
        RAISE EXCEPTION USING ERRCODE = 'IP230', MESSAGE = 'filter_invalid';
    END IF;
    RETURN QUERY SELECT u.id, u.full_name::text FROM public.users AS u WHERE u.id = ANY (p_ids);
END
$$;
