-- A row of the log as it goes into its seal: a JSON array, whose text depends on no setting of the session.
-- It is what jsonb_build_array() of these columns would print, put together by hand at half the cost. Every
-- seal there is was made of this text: changing it would break them all.
CREATE FUNCTION private.audit_line(p_row public.audit_logs) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT '[' || p_row.id::text || ', ' || to_json(p_row.service)::text
        || ', ' || to_json(p_row.event)::text || ', ' || coalesce(p_row.payload::text, 'null')
        || ', ' || to_json(p_row.created_at)::text
        || ', ' || coalesce('"' || p_row.actor::text || '"', 'null')
        || ', ' || coalesce('"' || p_row.session_id::text || '"', 'null')
        || ', ' || coalesce(to_json(p_row.database_role)::text, 'null')
        || ', ' || coalesce('"' || p_row.xid::text || '"', 'null') || ']'
$$;
