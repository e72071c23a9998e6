-- Changes a fee: a part of the amount (0 to 1, six decimals), at least and at most so much. `p_seen` is the rule's last
-- change as the caller knows it (api.rules). ADMIN.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP296 rule_changed, IP297 rule_unknown, IP298 rule_invalid.
CREATE FUNCTION api.set_tariff(
    p_token text, p_kind text, p_account_kind text, p_currency text, p_seen timestamp,
    p_rate numeric, p_minimum numeric, p_maximum numeric
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
    v_tariff public.tariffs;
BEGIN
    PERFORM private.require_role(v_caller.roles, 'ADMIN');
    SELECT t.* INTO v_tariff FROM public.tariffs AS t
    WHERE t.kind = p_kind AND t.account_kind = p_account_kind AND t.currency = p_currency FOR UPDATE;
    PERFORM private.check_seen(FOUND, v_tariff.updated_at, p_seen);
    IF NOT coalesce(p_rate >= 0 AND p_rate <= 1 AND p_rate = round(p_rate, 6), false)
        OR NOT private.is_figure(p_minimum) OR NOT private.is_figure(p_maximum) OR p_minimum > p_maximum
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP298', MESSAGE = 'rule_invalid';
    ELSIF ARRAY[p_rate, p_minimum, p_maximum] = ARRAY[v_tariff.rate, v_tariff.minimum, v_tariff.maximum]
    THEN
        RETURN;
    END IF;
    PERFORM private.act_as(v_caller);
    UPDATE public.tariffs AS t SET rate = p_rate, minimum = p_minimum, maximum = p_maximum
    WHERE t.kind = v_tariff.kind AND t.account_kind = v_tariff.account_kind
        AND t.currency = v_tariff.currency;
END
$$;
