-- What a payment asks of limits, tariffs, fee accounts and the bank's zone stands in one row, made anew
-- whenever one of them changes: a payment reads four tables less. Payments go by the old rows until the
-- change is committed.
CREATE FUNCTION private.make_payment_rules() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    -- Two changes side by side: the second one waits, and then sees the first.
    LOCK TABLE private.payment_rules IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM private.payment_rules;
    INSERT INTO private.payment_rules SELECT r.* FROM private.current_rules() AS r;
    RETURN NULL;
END
$$;
CREATE TRIGGER make_payment_rules AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.limits
    FOR EACH STATEMENT EXECUTE FUNCTION private.make_payment_rules();
CREATE TRIGGER make_payment_rules AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.tariffs
    FOR EACH STATEMENT EXECUTE FUNCTION private.make_payment_rules();
CREATE TRIGGER make_payment_rules AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.fee_accounts
    FOR EACH STATEMENT EXECUTE FUNCTION private.make_payment_rules();
CREATE TRIGGER make_payment_rules AFTER UPDATE ON private.settings
    FOR EACH ROW WHEN (NEW.name = 'time_zone') EXECUTE FUNCTION private.make_payment_rules();
