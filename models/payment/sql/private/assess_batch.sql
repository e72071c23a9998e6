-- What a batch would come to: the one verdict, for api.quote_many as for what posts. Faults of rows come
-- before a refusal of the whole, and `row_errors` is null where there are none. The payer's row comes
-- without holds past their time.
-- Who may pay from it has been asked (private.batch_owner). At the counter staff identify the customer, so no
-- password is asked for, and what the caller's role may do alone bounds all rows together.
-- Raises IP205 currency_differs, IP213 batch_invalid.
CREATE FUNCTION private.assess_batch(
    p_caller private.caller_facts, p_at_counter boolean, p_payer public.accounts,
    p_payee_ids uuid[], p_amounts numeric[], p_currency text, p_notes text[], p_at timestamp,
    OUT failure_code text, OUT amount numeric, OUT fee numeric, OUT total numeric,
    OUT needs_confirmation boolean, OUT row_errors jsonb, OUT batched_on date,
    OUT batched_day numeric, OUT batched_month numeric
)
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_rule record;
    v_alone numeric;
BEGIN
    IF coalesce(cardinality(p_payee_ids) NOT BETWEEN 1 AND 10000, true)
        OR cardinality(p_amounts) IS DISTINCT FROM cardinality(p_payee_ids)
        OR cardinality(p_notes) IS DISTINCT FROM cardinality(p_payee_ids)
        OR coalesce(array_ndims(p_payee_ids) + array_ndims(p_amounts) + array_ndims(p_notes), 0) <> 3
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP213', MESSAGE = 'batch_invalid';
    ELSIF p_currency IS DISTINCT FROM p_payer.currency::text THEN
        RAISE EXCEPTION USING ERRCODE = 'IP205', MESSAGE = 'currency_differs';
    END IF;
    SELECT r.per_payment, r.per_day, r.per_month, r.confirm_from, coalesce(r.rate, 0) AS rate,
        coalesce(r.minimum, 0) AS minimum, coalesce(r.maximum, 0) AS maximum,
        cardinality(r.fee_account_ids) AS fee_accounts,
        (p_at AT TIME ZONE 'UTC' AT TIME ZONE r.time_zone)::date AS today
    INTO v_rule
    FROM private.payment_rules AS r
    WHERE r.kind = 'BATCH' AND r.account_kind = p_payer.kind AND r.currency = p_payer.currency;

    IF p_payer.batched_on = v_rule.today + 1 THEN
        -- As in private.assess: the clock went back over midnight.
        v_rule.today := p_payer.batched_on;
    END IF;
    row_errors := private.batch_errors(p_caller.user_id, p_payer, p_payee_ids, p_amounts,
        p_notes, v_rule.per_payment, p_at);
    IF row_errors IS NOT NULL THEN
        RETURN;
    END IF;
    SELECT sum(r.amount),
        sum(least(greatest(round(r.amount * v_rule.rate, 2), v_rule.minimum), v_rule.maximum))
    INTO amount, fee
    FROM unnest(p_amounts) AS r (amount);
    amount := round(amount, 2);
    fee := coalesce(fee, 0.00);
    total := amount + fee;
    needs_confirmation := NOT p_at_counter AND coalesce(amount >= v_rule.confirm_from, false);
    IF p_at_counter THEN
        SELECT max(l.alone_up_to) INTO v_alone FROM public.counter_limits AS l
        WHERE p_caller.roles ? l.role AND l.kind = 'COUNTER' AND l.currency = p_payer.currency;
    END IF;
    batched_on := v_rule.today;
    batched_day := amount
        + CASE WHEN p_payer.batched_on = v_rule.today THEN p_payer.batched_day ELSE 0 END;
    batched_month := amount + CASE WHEN date_trunc('month', p_payer.batched_on::timestamp)
        = date_trunc('month', v_rule.today::timestamp) THEN p_payer.batched_month ELSE 0 END;
    failure_code := CASE
        WHEN p_payer.closed_at IS NOT NULL THEN 'account_closed'
        WHEN private.is_frozen(p_payer.frozen, p_payer.frozen_until, 'DEBITS', p_at)
            THEN 'account_frozen'
        -- The limits of batches are not everybody's: who may send them is the bank's to say.
        WHEN NOT p_payer.batches_allowed THEN 'batch_not_offered'
        WHEN v_rule.today IS NULL OR (fee > 0 AND v_rule.fee_accounts = 0)
            OR (p_at_counter AND v_alone IS NULL) THEN 'currency_not_offered'
        WHEN p_at_counter AND amount > v_alone THEN 'batch_over_limit'
        WHEN batched_day > v_rule.per_day THEN 'over_day_limit'
        WHEN batched_month > v_rule.per_month THEN 'over_month_limit'
        WHEN p_payer.balance - p_payer.held < total THEN 'insufficient_funds'
    END;
END
$$;
