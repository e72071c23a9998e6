-- What the worker's last proof of the books summed up: by currency and kind of account how many accounts there are,
-- how many entries they have, and their balances, which are zero over all kinds of a currency. Besides, how many
-- of the newest 10,000 payments of the log were looked at just now, and of how many the entries do not match.
-- SUPERVISOR, AUDITOR. Raises IP001..IP003, IP004 not_permitted.
CREATE FUNCTION api.books(
    p_token text, OUT balanced boolean, OUT proved_at timestamp, OUT totals jsonb,
    OUT checked bigint, OUT unbalanced bigint
)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.require_role((private.caller(p_token)).roles, 'SUPERVISOR', 'AUDITOR');
    SELECT (w.state::jsonb ->> 'balanced')::boolean, (w.state::jsonb ->> 'proved_at')::timestamp,
        w.state::jsonb -> 'totals'
    INTO balanced, proved_at, totals
    FROM private.worker_runs AS w WHERE w.job = 'prove_books';
    -- Each payment by its key, and both its entries by theirs.
    SELECT count(*), count(*) FILTER (WHERE (r.amount = -t.amount AND e.amount = t.amount
        AND (t.fee = 0 OR f.amount = -t.fee)) IS NOT TRUE)
    INTO checked, unbalanced
    FROM (
        SELECT private.as_uuid(l.payload ->> 'transaction_id') AS id
        FROM (SELECT g.event, g.payload FROM public.audit_logs AS g ORDER BY g.id DESC LIMIT 10000) AS l
        WHERE l.event IN ('transfer', 'counter', 'cash_in', 'cash_out', 'cash_correction', 'reversal',
                'till_float', 'till_return', 'till_handover', 'till_variance', 'vault_supply')
    ) AS n
    JOIN public.transactions AS t ON t.id = n.id
    LEFT JOIN public.ledger_entries AS r ON r.account_id = t.from_account_id
        AND r.sequence = t.payer_sequence AND r.transaction_id = t.id
    LEFT JOIN public.ledger_entries AS e ON e.account_id = t.to_account_id
        AND e.sequence = t.payee_sequence AND e.transaction_id = t.id
    LEFT JOIN public.ledger_entries AS f ON f.account_id = t.from_account_id
        AND f.sequence = t.payer_sequence + 1 AND f.transaction_id = t.id AND f.leg = 2;
END
$$;
