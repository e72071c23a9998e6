-- What a payment never changes about an account, and so must not pay for: which kinds there are, that
-- only customers' accounts belong to somebody, and how they can be frozen. A CHECK would be planned
-- anew with every payment; this is asked only where one of the columns is set. Afterwards, as a trigger
-- before a row's update has each update lock the row once more.
CREATE FUNCTION private.check_account() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF NEW.kind NOT IN ('CUSTOMER', 'TILL', 'VAULT', 'FEES', 'VARIANCE', 'BANK')
        OR (NEW.kind = 'CUSTOMER') <> (NEW.user_id IS NOT NULL)
        OR NEW.frozen NOT IN ('DEBITS', 'CREDITS', 'ALL')
        OR (NEW.frozen IS NULL) <> (NEW.frozen_reason IS NULL)
    THEN
        -- No row in the message: it could be another person's.
        RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'accounts_rules';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER check_account AFTER INSERT OR UPDATE OF kind, user_id, frozen, frozen_reason
    ON public.accounts
    FOR EACH ROW EXECUTE FUNCTION private.check_account();
