-- Makes a batch for a customer at the counter (private.make_batch): from an account that is admitted to batches,
-- within the batches' limits, at the customer's fee. Above what the caller's role may do alone at the counter, all rows
-- together, it is refused (`batch_over_limit`): somebody with a higher limit has to make it. TELLER, SUPERVISOR.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP203 account_unknown, IP205 currency_differs, IP206
-- id_reused, IP208 id_missing, IP213 batch_invalid, IP216 reason_invalid (the identification), IP262
-- customer_not_open.
CREATE FUNCTION api.counter_transfer_many(
    p_token text, p_batch_id uuid, p_payer_id uuid, p_ids uuid[], p_payee_ids uuid[],
    p_amounts numeric[], p_currency text, p_identification text, p_notes text[],
    OUT status text, OUT failure_code text, OUT decided_at timestamp, OUT balance_after numeric,
    OUT fee numeric, OUT row_errors jsonb
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.writer(p_token);
BEGIN
    PERFORM private.require_role(v_caller.roles, 'TELLER', 'SUPERVISOR');
    p_identification := private.check_reason(p_identification);
    SELECT m.status, m.failure_code, m.decided_at, m.balance_after, m.fee, m.row_errors
    INTO status, failure_code, decided_at, balance_after, fee, row_errors
    FROM private.make_batch(v_caller, p_identification, p_batch_id, p_payer_id, p_ids, p_payee_ids,
        p_amounts, p_currency, p_notes) AS m;
END
$$;
