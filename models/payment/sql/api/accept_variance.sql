-- A supervisor has looked at what a closed till lacked or had too much. Nobody accepts their own.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP272 till_unknown (not closed, or nothing waits).
CREATE FUNCTION api.accept_variance(p_token text, p_id uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.writer(p_token);
    v_till public.till_sessions;
BEGIN
    PERFORM private.require_role(v_caller.roles, 'SUPERVISOR');
    SELECT s.* INTO v_till FROM public.till_sessions AS s WHERE s.id = p_id FOR NO KEY UPDATE;
    IF v_till.id IS NULL OR v_till.closed_at IS NULL OR NOT v_till.variance_needs_approval THEN
        RAISE EXCEPTION USING ERRCODE = 'IP272', MESSAGE = 'till_unknown';
    ELSIF v_till.teller_id = v_caller.user_id THEN
        RAISE EXCEPTION USING ERRCODE = 'IP004', MESSAGE = 'not_permitted';
    ELSIF v_till.variance_approved_at IS NOT NULL THEN
        RETURN;
    END IF;
    UPDATE public.till_sessions AS s
    SET variance_approved_by = v_caller.user_id, variance_approved_at = private.utc_now()
    WHERE s.id = p_id;
    PERFORM private.record('payment', 'variance_accepted', jsonb_build_object('till_session_id', p_id,
        'variance', v_till.counted - v_till.expected), v_caller.user_id, v_caller.session_id);
END
$$;
