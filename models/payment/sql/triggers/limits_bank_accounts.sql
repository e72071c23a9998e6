-- A currency that is offered has the accounts that its payments need: sixteen for fees, and the bank's
-- own. Whoever sets the first limit of a currency gets them made.
CREATE FUNCTION private.make_bank_accounts() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.fee_accounts AS f WHERE f.currency = NEW.currency) THEN
        WITH made AS (
            INSERT INTO public.accounts (currency, kind, name)
            SELECT NEW.currency, 'FEES', 'Fees ' || lpad(s.stripe::text, 2, '0')
            FROM generate_series(1, 16) AS s (stripe)
            RETURNING id, name
        )
        INSERT INTO public.fee_accounts (currency, stripe, account_id)
        SELECT NEW.currency, right(m.name, 2)::smallint - 1, m.id FROM made AS m;
    END IF;
    IF NOT EXISTS (SELECT FROM public.accounts AS a
        WHERE a.kind = 'BANK' AND a.currency = NEW.currency)
    THEN
        INSERT INTO public.accounts (currency, kind, name) VALUES (NEW.currency, 'BANK', 'Bank');
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER make_bank_accounts AFTER INSERT ON public.limits
    FOR EACH ROW EXECUTE FUNCTION private.make_bank_accounts();
