-- Everything a desktop may do, and nothing else: the calls of `api`, and reading its person's rows.
-- Left out are columns that tell of somebody else (what a payer had left, who initiated), and those whose
-- index would let EXPLAIN count other people's rows by their text (IBANs, addresses): comparing texts is
-- leakproof, so an index is asked before the policy. `api.my_accounts` gives a person's own.
GRANT USAGE ON SCHEMA api, public TO instapay_desktop;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA api TO instapay_desktop;
GRANT EXECUTE ON FUNCTION private.reader_id(), private.readable_account_ids(),
    private.is_readable_payment(uuid[], uuid, uuid, text, text) TO instapay_desktop;
GRANT SELECT (id, user_id, currency, balance, created_at, kind, name, held) ON public.accounts
TO instapay_desktop;
GRANT SELECT (id, from_account_id, to_account_id, amount, currency, status, initiated_at, completed_at,
    kind, note, fee, failure_code, expires_at) ON public.transactions
TO instapay_desktop;
GRANT SELECT ON public.ledger_entries, public.notifications, public.holders TO instapay_desktop;
