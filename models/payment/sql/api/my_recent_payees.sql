-- Whom the caller has paid lately, the last first, twelve at most, by masked name: no question is asked, and
-- none is answered that the payment itself did not answer. Neither address nor IBAN is told, as the caller
-- may have been given only the other one. Left out are own accounts, closed ones and payees of batches.
-- Of the twenty accounts that moved last the newest hundred entries are looked at, by their key, so that it
-- takes no longer however much was ever paid. Of an account that has far more entries than most, Postgres would
-- rather read all, or all of its payments: two settings and a comparison that no index serves keep it from that.
-- Raises IP001..IP003.
CREATE FUNCTION api.my_recent_payees(p_token text)
RETURNS TABLE (account_id uuid, masked_name text, currency text, paid_at timestamp)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
SET enable_seqscan = off
SET enable_bitmapscan = off
AS $$
DECLARE
    v_reader uuid := (private.caller(p_token)).user_id;
BEGIN
    RETURN QUERY
    SELECT payee.id, private.counterparty_name(payee, v_reader), payee.currency::text,
        max(entry.created_at) AS last_paid_at
    FROM (SELECT a.id FROM public.accounts AS a WHERE a.user_id = v_reader
        ORDER BY a.last_entry_at DESC NULLS LAST LIMIT 20) AS own
    CROSS JOIN LATERAL (SELECT e.transaction_id, e.created_at, e.leg, e.amount
        FROM public.ledger_entries AS e WHERE e.account_id = own.id
        ORDER BY e.sequence DESC LIMIT 100) AS entry
    JOIN public.transactions AS t ON t.id = entry.transaction_id
    JOIN public.accounts AS payee ON payee.id = t.to_account_id
    WHERE entry.leg = 1 AND entry.amount < 0 AND t.from_account_id IS NOT DISTINCT FROM own.id
        AND t.kind = 'TRANSFER' AND t.batch_id IS NULL
        AND payee.kind = 'CUSTOMER' AND payee.closed_at IS NULL AND payee.user_id <> v_reader
    GROUP BY payee.id
    ORDER BY last_paid_at DESC, payee.id
    LIMIT 12;
END
$$;
