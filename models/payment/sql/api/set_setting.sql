-- Changes one of the bank's settings: `time_zone` (api.time_zones), by which days and months of limits begin;
-- `approval_hours` (1 to 168), for which a payment waits to be approved; `till_variance_alone`, up to which a till's
-- variance needs no supervisor. `p_seen` is its last change as the caller knows it (api.rules). ADMIN.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP296 rule_changed, IP297 rule_unknown, IP299 setting_invalid.
CREATE FUNCTION api.set_setting(p_token text, p_name text, p_seen timestamp, p_value text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.writer(p_token);
    v_before text;
    v_changed_at timestamp;
    v_is_valid boolean;
BEGIN
    PERFORM private.require_role(v_caller.roles, 'ADMIN');
    SELECT s.value INTO v_before FROM private.settings AS s
    WHERE s.name = p_name AND s.name IN ('time_zone', 'approval_hours', 'till_variance_alone') FOR UPDATE;
    v_changed_at := (SELECT n.changed_at FROM private.setting_changes AS n WHERE n.name = p_name);
    PERFORM private.check_seen(v_before IS NOT NULL, v_changed_at, p_seen);
    -- One after the other, as a number is read only where the text is one.
    v_is_valid := CASE p_name
        WHEN 'time_zone' THEN EXISTS (SELECT FROM private.time_zones() AS z WHERE z.name = p_value)
        WHEN 'approval_hours' THEN
            CASE WHEN p_value ~ '^[0-9]{1,3}$' THEN p_value::integer BETWEEN 1 AND 168 END
        ELSE p_value ~ '^[0-9]{1,16}([.][0-9]{1,2})?$'
    END;
    IF v_is_valid IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = 'IP299', MESSAGE = 'setting_invalid';
    ELSIF p_value = v_before THEN
        RETURN;
    END IF;
    PERFORM private.act_as(v_caller);
    UPDATE private.settings AS s SET value = p_value WHERE s.name = p_name;
END
$$;
