-- What a batch would come to now, by the very code that posts it, and what is wrong with which rows.
-- Raises IP001..IP003, IP203 account_unknown, IP205 currency_differs, IP213 batch_invalid (arrays of
-- different lengths, or not 1 to 10,000 rows).
CREATE FUNCTION api.quote_many(
    p_token text, p_payer_id uuid, p_payee_ids uuid[], p_amounts numeric[], p_currency text,
    p_notes text[],
    OUT failure_code text, OUT amount numeric, OUT fee numeric, OUT total numeric,
    OUT needs_confirmation boolean, OUT row_errors jsonb
)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.caller(p_token);
BEGIN
    SELECT q.failure_code, q.amount, q.fee, q.total, q.needs_confirmation, q.row_errors
    INTO failure_code, amount, fee, total, needs_confirmation, row_errors
    FROM private.quote_batch(v_caller, false, p_payer_id, p_payee_ids, p_amounts, p_currency,
        p_notes) AS q;
END
$$;
