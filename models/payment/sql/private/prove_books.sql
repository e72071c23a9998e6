-- Proves that the balances of each currency sum to zero, and keeps what came of it for `api.books_state`, and what
-- they sum to by currency and kind of account, with how many accounts and entries those have, for `api.books`.
-- One pass over the accounts, so it is the worker's, once a minute, and no window's. Returns whether they do.
-- Raises IP005.
CREATE FUNCTION private.prove_books() RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_at timestamp := private.utc_now();
    v_balanced boolean;
    v_totals jsonb;
BEGIN
    PERFORM private.refuse_started_transaction();
    SELECT coalesce(jsonb_agg(to_jsonb(k)), '[]') INTO v_totals
    FROM (
        SELECT a.currency::text AS currency, a.kind::text AS kind, count(*) AS accounts,
            sum(a.last_sequence) AS entries, sum(a.balance)::text AS balance
        FROM public.accounts AS a GROUP BY a.currency, a.kind ORDER BY a.currency, a.kind
    ) AS k;
    SELECT NOT EXISTS (
        SELECT FROM jsonb_to_recordset(v_totals) AS k (currency text, balance numeric)
        GROUP BY k.currency HAVING sum(k.balance) <> 0
    ) INTO v_balanced;
    INSERT INTO private.worker_runs AS w (job, last_run_at, state)
    VALUES ('prove_books', v_at, jsonb_build_object('proved_at', v_at, 'balanced', v_balanced,
        'totals', v_totals)::text)
    ON CONFLICT (job) DO UPDATE SET last_run_at = excluded.last_run_at, state = excluded.state;
    RETURN v_balanced;
END
$$;
