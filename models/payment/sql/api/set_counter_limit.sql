-- Changes up to which amount a role acts at the counter without somebody else's approval; 0: never. Whoever has that
-- role does not raise it. `p_seen` is the rule's last change as the caller knows it (api.rules). ADMIN.
-- Raises IP001..IP003, IP004 not_permitted (also a limit of one's own that would rise), IP005, IP296 rule_changed,
-- IP297 rule_unknown, IP298 rule_invalid.
CREATE FUNCTION api.set_counter_limit(
    p_token text, p_role text, p_kind text, p_currency text, p_seen timestamp, p_alone_up_to numeric
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.writer(p_token);
    v_limit public.counter_limits;
BEGIN
    PERFORM private.require_role(v_caller.roles, 'ADMIN');
    SELECT c.* INTO v_limit FROM public.counter_limits AS c
    WHERE c.role = p_role AND c.kind = p_kind AND c.currency = p_currency FOR UPDATE;
    PERFORM private.check_seen(FOUND, v_limit.updated_at, p_seen);
    IF NOT private.is_figure(p_alone_up_to) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP298', MESSAGE = 'rule_invalid';
    ELSIF p_alone_up_to = v_limit.alone_up_to THEN
        RETURN;
    ELSIF p_alone_up_to > v_limit.alone_up_to AND v_caller.roles ? p_role THEN
        RAISE EXCEPTION USING ERRCODE = 'IP004', MESSAGE = 'not_permitted';
    END IF;
    PERFORM private.act_as(v_caller);
    UPDATE public.counter_limits AS c SET alone_up_to = p_alone_up_to
    WHERE c.role = v_limit.role AND c.kind = v_limit.kind AND c.currency = v_limit.currency;
END
$$;
