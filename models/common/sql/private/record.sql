-- One row of the log, in the transaction of what it tells. Station and transaction id are defaults.
CREATE FUNCTION private.record(
    p_service text, p_event text, p_payload jsonb, p_actor uuid, p_session_id uuid
) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    INSERT INTO public.audit_logs (service, event, payload, actor, session_id)
    VALUES (p_service, p_event, p_payload, p_actor, p_session_id);
END
$$;
