-- The log of this database, for an auditor: pages and filters as private.audit_page has them. `p_entity` is the
-- id of a person or session, an email, or any other value of a row, whole; a person's id and email stand for
-- each other.
-- Raises IP004 not_permitted, IP005, IP102 session_ended, IP105 password_change_required, IP107
-- session_locked, IP229 period_invalid, IP230 filter_invalid.
CREATE FUNCTION api.audit_log(
    p_session text, p_from timestamp, p_to timestamp, p_actors uuid[], p_event text, p_entity text,
    p_before bigint, p_limit integer
)
RETURNS TABLE (id bigint, at timestamp, service text, event text, actor uuid, session_id uuid,
    station text, payload text, is_sealed boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_plain text := lower(btrim(p_entity) COLLATE "C");
    v_entities text[];
BEGIN
    PERFORM private.refuse_started_transaction();
    PERFORM private.staff_session(p_session, 'AUDITOR');
    PERFORM private.check_audit_filter(p_from, p_to, p_actors, p_event, p_entity);
    IF p_entity IS NOT NULL THEN
        v_entities := ARRAY[p_entity, v_plain]
            || ARRAY(SELECT u.id::text FROM public.users AS u WHERE u.email = v_plain)
            || ARRAY(SELECT u.email::text FROM public.users AS u
                WHERE u.id = private.as_uuid(v_plain));
    END IF;
    RETURN QUERY SELECT l.* FROM private.audit_page(p_from, p_to, p_actors, p_event, v_entities,
        p_before, p_limit) AS l;
END
$$;
