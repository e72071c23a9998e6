-- Whoever changes what payments obey is in the log: what a row said before and says now, and by which login. The owner's
-- SQL has no token, so there is no actor. A changed row says when, and who.
CREATE FUNCTION private.touch_rule() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    NEW.updated_at := private.utc_now();
    NEW.updated_by := private.acting('instapay.actor');
    RETURN NEW;
END
$$;
CREATE TRIGGER touch_rule BEFORE UPDATE ON public.limits
    FOR EACH ROW EXECUTE FUNCTION private.touch_rule();
CREATE TRIGGER touch_rule BEFORE UPDATE ON public.tariffs
    FOR EACH ROW EXECUTE FUNCTION private.touch_rule();

CREATE FUNCTION private.log_rule() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM private.record('payment', 'rule_changed',
        jsonb_build_object('table', TG_TABLE_NAME, 'operation', TG_OP, 'login', session_user,
            'before', CASE WHEN TG_OP IN ('UPDATE', 'DELETE') THEN to_jsonb(OLD) END,
            'after', CASE WHEN TG_OP IN ('INSERT', 'UPDATE') THEN to_jsonb(NEW) END),
        private.acting('instapay.actor'), private.acting('instapay.actor_session'));
    RETURN NULL;
END
$$;
CREATE TRIGGER log_rule AFTER INSERT OR UPDATE OR DELETE ON public.limits
    FOR EACH ROW EXECUTE FUNCTION private.log_rule();
CREATE TRIGGER log_rules AFTER TRUNCATE ON public.limits
    FOR EACH STATEMENT EXECUTE FUNCTION private.log_rule();
CREATE TRIGGER log_rule AFTER INSERT OR UPDATE OR DELETE ON public.tariffs
    FOR EACH ROW EXECUTE FUNCTION private.log_rule();
CREATE TRIGGER log_rules AFTER TRUNCATE ON public.tariffs
    FOR EACH STATEMENT EXECUTE FUNCTION private.log_rule();
CREATE TRIGGER log_rule AFTER INSERT OR UPDATE OR DELETE ON public.fee_accounts
    FOR EACH ROW EXECUTE FUNCTION private.log_rule();
CREATE TRIGGER log_rules AFTER TRUNCATE ON public.fee_accounts
    FOR EACH STATEMENT EXECUTE FUNCTION private.log_rule();
CREATE TRIGGER touch_rule BEFORE UPDATE ON public.counter_limits
    FOR EACH ROW EXECUTE FUNCTION private.touch_rule();
CREATE TRIGGER log_rule AFTER INSERT OR UPDATE OR DELETE ON public.counter_limits
    FOR EACH ROW EXECUTE FUNCTION private.log_rule();
CREATE TRIGGER log_rules AFTER TRUNCATE ON public.counter_limits
    FOR EACH STATEMENT EXECUTE FUNCTION private.log_rule();
CREATE TRIGGER log_rule AFTER UPDATE ON private.settings
    FOR EACH ROW WHEN (NEW.name IN ('time_zone', 'approval_hours', 'till_variance_alone'))
    EXECUTE FUNCTION private.log_rule();

-- Of a setting there is a row beside it that says when it was changed, and who did.
CREATE FUNCTION private.touch_setting() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    INSERT INTO private.setting_changes AS n (name, changed_at, changed_by)
    VALUES (NEW.name, private.utc_now(), private.acting('instapay.actor'))
    ON CONFLICT (name) DO UPDATE SET changed_at = excluded.changed_at, changed_by = excluded.changed_by;
    RETURN NULL;
END
$$;
CREATE TRIGGER touch_setting AFTER UPDATE ON private.settings
    FOR EACH ROW WHEN (NEW.name IN ('time_zone', 'approval_hours', 'till_variance_alone'))
    EXECUTE FUNCTION private.touch_setting();
