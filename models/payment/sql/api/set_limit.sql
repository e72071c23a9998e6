-- Changes what customers may pay in one payment, a day and a month (each at most the next one; null is no limit), and
-- from which amount on the password is asked for. A batch always asks. `p_seen` is the rule's last change as the
-- caller knows it (api.rules). ADMIN.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP296 rule_changed, IP297 rule_unknown, IP298 rule_invalid.
CREATE FUNCTION api.set_limit(
    p_token text, p_kind text, p_account_kind text, p_currency text, p_seen timestamp,
    p_per_payment numeric, p_per_day numeric, p_per_month numeric, p_confirm_from numeric
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
    v_limit public.limits;
    v_new numeric[] := ARRAY[p_per_payment, p_per_day, p_per_month, p_confirm_from];
BEGIN
    PERFORM private.require_role(v_caller.roles, 'ADMIN');
    SELECT l.* INTO v_limit FROM public.limits AS l
    WHERE l.kind = p_kind AND l.role = 'CUSTOMER' AND l.account_kind = p_account_kind
        AND l.currency = p_currency FOR UPDATE;
    PERFORM private.check_seen(FOUND, v_limit.updated_at, p_seen);
    IF EXISTS (SELECT FROM unnest(v_new) AS n (figure)
            WHERE n.figure IS NOT NULL AND NOT private.is_amount(n.figure))
        OR p_per_payment > p_per_day OR p_per_payment > p_per_month OR p_per_day > p_per_month
        OR (p_kind = 'BATCH' AND p_confirm_from IS DISTINCT FROM v_limit.confirm_from)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP298', MESSAGE = 'rule_invalid';
    ELSIF v_new = ARRAY[v_limit.per_payment, v_limit.per_day, v_limit.per_month, v_limit.confirm_from]
    THEN
        RETURN;
    END IF;
    PERFORM private.act_as(v_caller);
    UPDATE public.limits AS l
    SET per_payment = p_per_payment, per_day = p_per_day, per_month = p_per_month,
        confirm_from = p_confirm_from
    WHERE l.kind = v_limit.kind AND l.role = v_limit.role AND l.account_kind = v_limit.account_kind
        AND l.currency = v_limit.currency;
END
$$;
