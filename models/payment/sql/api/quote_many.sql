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
    v_caller record := private.caller(p_token);
    v_payer public.accounts;
    v_verdict record;
    v_now timestamp := private.utc_now();
BEGIN
    SELECT a.* INTO v_payer FROM public.accounts AS a WHERE a.id = p_payer_id;
    v_payer := private.without_expired(v_payer, v_now);
    v_verdict := private.assess_batch(v_caller.user_id, v_payer, p_payee_ids, p_amounts,
        p_currency, p_notes, v_now);
    failure_code := v_verdict.failure_code;
    amount := v_verdict.amount;
    fee := v_verdict.fee;
    total := v_verdict.total;
    needs_confirmation := v_verdict.needs_confirmation;
    row_errors := v_verdict.row_errors;
END
$$;
