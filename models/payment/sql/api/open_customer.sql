-- Lets a member of staff read a customer's accounts for a quarter of an hour, for a reason that the log
-- keeps. Opening again begins the time anew. Whatever revokes their tokens ends it (api.accept).
-- Raises IP001..IP003, IP004 not_permitted (no staff, or oneself), IP005, IP216 reason_invalid, IP261
-- customer_unknown.
CREATE FUNCTION api.open_customer(p_token text, p_customer_id uuid, p_reason text)
RETURNS timestamp
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.writer(p_token);
    v_reason text;
    v_closes_at timestamp := private.utc_now() + interval '15 minutes';
BEGIN
    PERFORM private.require_role(v_caller.roles, 'TELLER', 'SUPERVISOR', 'AUDITOR');
    IF v_caller.user_id = p_customer_id THEN
        RAISE EXCEPTION USING ERRCODE = 'IP004', MESSAGE = 'not_permitted';
    END IF;
    v_reason := private.check_reason(p_reason);
    IF NOT EXISTS (SELECT FROM public.holders AS h WHERE h.user_id = p_customer_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP261', MESSAGE = 'customer_unknown';
    END IF;
    INSERT INTO public.customer_openings (staff_id, session_id, customer_id, reason, closes_at)
    VALUES (v_caller.user_id, v_caller.session_id, p_customer_id, v_reason, v_closes_at);
    PERFORM private.record('payment', 'customer_opened',
        jsonb_build_object('customer_id', p_customer_id, 'reason', v_reason,
            'closes_at', v_closes_at),
        v_caller.user_id, v_caller.session_id);
    RETURN v_closes_at;
END
$$;
