-- What a batch would come to now, by the very code that posts it, and what is wrong with which rows.
-- Raises IP004 not_permitted, IP203 account_unknown, IP205 currency_differs, IP213 batch_invalid, IP262
-- customer_not_open.
CREATE FUNCTION private.quote_batch(
    p_caller private.caller_facts, p_at_counter boolean, p_payer_id uuid, p_payee_ids uuid[],
    p_amounts numeric[], p_currency text, p_notes text[],
    OUT failure_code text, OUT amount numeric, OUT fee numeric, OUT total numeric,
    OUT needs_confirmation boolean, OUT row_errors jsonb
)
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_payer public.accounts;
    v_verdict record;
    v_now timestamp := private.utc_now();
BEGIN
    PERFORM private.batch_owner(p_caller, p_payer_id, p_at_counter);
    SELECT a.* INTO v_payer FROM public.accounts AS a WHERE a.id = p_payer_id;
    v_payer := private.without_expired(v_payer, v_now);
    v_verdict := private.assess_batch(p_caller, p_at_counter, v_payer, p_payee_ids, p_amounts,
        p_currency, p_notes, v_now);
    failure_code := v_verdict.failure_code;
    amount := v_verdict.amount;
    fee := v_verdict.fee;
    total := v_verdict.total;
    needs_confirmation := v_verdict.needs_confirmation;
    row_errors := v_verdict.row_errors;
END
$$;
