-- As api.quote_many, of a batch that staff would make for a customer at the counter. TELLER, SUPERVISOR.
-- Raises IP001..IP003, IP004 not_permitted, IP203 account_unknown, IP205 currency_differs, IP213
-- batch_invalid, IP262 customer_not_open.
CREATE FUNCTION api.counter_quote_many(
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
    PERFORM private.require_role(v_caller.roles, 'TELLER', 'SUPERVISOR');
    SELECT q.failure_code, q.amount, q.fee, q.total, q.needs_confirmation, q.row_errors
    INTO failure_code, amount, fee, total, needs_confirmation, row_errors
    FROM private.quote_batch(v_caller, true, p_payer_id, p_payee_ids, p_amounts, p_currency,
        p_notes) AS q;
END
$$;
