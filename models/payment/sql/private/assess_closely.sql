-- The verdict on a payment that is not the most common one (private.assess, which says what it means): by all
-- that may speak against it, in the order in which it is told.
CREATE FUNCTION private.assess_closely(
    p_id uuid, p_actor uuid, p_payer_id uuid, p_payee_id uuid, p_amount numeric, p_currency text,
    p_at timestamp, p_is_asked boolean
) RETURNS private.verdict
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_payer public.accounts;
    v_payee public.accounts;
    v_verdict private.verdict;
    v_rule record;
    v_fee numeric;
    v_day numeric;
    v_month numeric;
    v_refusal text;
BEGIN
    IF EXISTS (SELECT FROM public.transactions AS t WHERE t.id = p_id) THEN
        v_verdict.is_claimed := true;
        RETURN v_verdict;
    END IF;
    SELECT a.* INTO v_payer FROM public.accounts AS a WHERE a.id = p_payer_id;
    SELECT a.* INTO v_payee FROM public.accounts AS a WHERE a.id = p_payee_id;
    IF p_is_asked THEN
        v_payer := private.without_expired(v_payer, p_at);
    END IF;
    IF NOT private.is_amount(p_amount) OR p_currency IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP201', MESSAGE = 'amount_invalid';
    ELSIF v_payer.user_id IS DISTINCT FROM p_actor OR v_payer.user_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
    ELSIF v_payee.user_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP202', MESSAGE = 'payee_unknown';
    ELSIF v_payer.id = v_payee.id THEN
        RAISE EXCEPTION USING ERRCODE = 'IP204', MESSAGE = 'payee_is_payer';
    ELSIF p_currency <> v_payer.currency OR v_payee.currency <> v_payer.currency THEN
        RAISE EXCEPTION USING ERRCODE = 'IP205', MESSAGE = 'currency_differs';
    END IF;

    SELECT r.kind, r.per_payment, r.per_day, r.per_month, r.confirm_from,
        coalesce(least(greatest(round(p_amount * r.rate, 2), r.minimum), r.maximum), 0.00) AS fee,
        r.fee_account_ids[1 + pg_backend_pid() % nullif(cardinality(r.fee_account_ids), 0)]
            AS fee_account_id,
        (p_at AT TIME ZONE 'UTC' AT TIME ZONE r.time_zone)::date AS today
    INTO v_rule
    FROM private.payment_rules AS r
    WHERE r.kind = CASE WHEN v_payee.user_id = p_actor THEN 'OWN' ELSE 'TRANSFER' END
        AND r.account_kind = v_payer.kind AND r.currency = v_payer.currency;
    v_fee := coalesce(v_rule.fee, 0.00);
    IF v_payer.spent_on = v_rule.today + 1 THEN
        -- The clock went back over midnight: the day that has begun goes on.
        v_rule.today := v_payer.spent_on;
    END IF;

    -- What another day or month has counted counts as nothing, and payments between a person's own
    -- accounts are not counted.
    v_day := CASE WHEN v_payer.spent_on = v_rule.today THEN v_payer.spent_day ELSE 0 END
        + CASE WHEN v_rule.kind = 'TRANSFER' THEN p_amount ELSE 0 END;
    v_month := CASE WHEN date_trunc('month', v_payer.spent_on::timestamp)
            = date_trunc('month', v_rule.today::timestamp) THEN v_payer.spent_month ELSE 0 END
        + CASE WHEN v_rule.kind = 'TRANSFER' THEN p_amount ELSE 0 END;

    IF v_payer.closed_at IS NOT NULL THEN
        v_refusal := 'account_closed';
    ELSIF private.is_frozen(v_payer.frozen, v_payer.frozen_until, 'DEBITS', p_at) THEN
        v_refusal := 'account_frozen';
    ELSIF v_rule.kind IS NULL OR (v_fee > 0 AND v_rule.fee_account_id IS NULL) THEN
        v_refusal := 'currency_not_offered';
    ELSIF p_amount > v_rule.per_payment THEN
        v_refusal := 'over_payment_limit';
    ELSIF v_day > v_rule.per_day THEN
        v_refusal := 'over_day_limit';
    ELSIF v_month > v_rule.per_month THEN
        v_refusal := 'over_month_limit';
    ELSIF v_payer.balance - v_payer.held < p_amount + v_fee THEN
        v_refusal := 'insufficient_funds';
    ELSIF v_payee.closed_at IS NOT NULL OR v_payee.balance + p_amount > 9999999999999999.99
        OR private.is_frozen(v_payee.frozen, v_payee.frozen_until, 'CREDITS', p_at)
    THEN
        v_refusal := 'payee_cannot_receive';
    END IF;
    RETURN ROW(v_refusal, v_fee, v_payer.balance - v_payer.held, p_amount >= v_rule.confirm_from,
        v_rule.per_payment, v_rule.per_day, v_rule.per_month, v_rule.today, v_day, v_month,
        CASE WHEN v_fee > 0 THEN v_rule.fee_account_id END, v_payee.user_id,
        private.counterparty_name(v_payee, p_actor),
        private.counterparty_name(v_payer, v_payee.user_id), false,
        v_payer.held > 0 OR v_payer.frozen IS NOT NULL OR v_payee.frozen IS NOT NULL)::private.verdict;
END
$$;
