-- Takes another teller's counted till over: the caller counts the same cash, and only where both counts agree it
-- becomes the float of a till of the caller's, and the other one closes. The reason is for what differs from what
-- the other till should have held. Returns the float. The same id answers again. TELLER, SUPERVISOR.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP007, IP206 id_reused, IP208 id_missing, IP209
-- holder_unknown, IP216 reason_invalid, IP263 account_invalid, IP271 till_already_open, IP272 till_unknown
-- (closed, the caller's own, or none), IP274 count_invalid, IP279 till_not_counted, IP280 counts_differ.
CREATE FUNCTION api.take_over_till(
    p_token text, p_id uuid, p_from_id uuid, p_counts jsonb, p_reason text
) RETURNS numeric
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.writer(p_token);
    v_from public.till_sessions;
    v_known public.till_sessions;
    v_to public.till_sessions;
    v_counted numeric;
BEGIN
    PERFORM private.require_role(v_caller.roles, 'TELLER', 'SUPERVISOR');
    v_counted := private.counted_cash(p_counts);
    IF p_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP208', MESSAGE = 'id_missing';
    END IF;
    SELECT s.* INTO v_from FROM public.till_sessions AS s WHERE s.id = p_from_id FOR NO KEY UPDATE;
    SELECT s.* INTO v_known FROM public.till_sessions AS s WHERE s.id = p_id;
    IF v_known.id IS NOT NULL THEN
        IF v_known.teller_id <> v_caller.user_id OR v_known.taken_over_from IS DISTINCT FROM p_from_id THEN
            RAISE EXCEPTION USING ERRCODE = 'IP206', MESSAGE = 'id_reused';
        END IF;
        RETURN v_known.opening_float;
    ELSIF v_from.id IS NULL OR v_from.closed_at IS NOT NULL OR v_from.teller_id = v_caller.user_id THEN
        RAISE EXCEPTION USING ERRCODE = 'IP272', MESSAGE = 'till_unknown';
    ELSIF v_from.counted_at IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP279', MESSAGE = 'till_not_counted';
    ELSIF v_counted <> v_from.counted THEN
        RAISE EXCEPTION USING ERRCODE = 'IP280', MESSAGE = 'counts_differ';
    END IF;
    v_to := private.begin_till(v_caller, p_id, v_from.currency, v_counted, p_from_id);
    PERFORM private.end_till(v_caller, v_from, p_reason, v_to.account_id, 'TILL_HANDOVER');
    RETURN v_counted;
END
$$;
