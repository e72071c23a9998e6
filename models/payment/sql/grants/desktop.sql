-- Everything a desktop may do, and nothing else: the calls of `api`, and reading its person's rows.
GRANT USAGE ON SCHEMA api, public TO instapay_desktop;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA api TO instapay_desktop;
GRANT EXECUTE ON FUNCTION private.reader_id(), private.readable_account_ids() TO instapay_desktop;
GRANT SELECT ON public.accounts, public.payment_addresses, public.transactions,
    public.ledger_entries, public.notifications, public.holders
TO instapay_desktop;
