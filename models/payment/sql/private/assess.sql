-- What a payment between two accounts would come to, by rows, tariffs and limits as they stand: its
-- fee, and whether it is refused. The one verdict, for api.quote as for what posts.
-- The counters come back as they will be once it is paid, and which fee account this backend pays into: each
-- its own, by its process id, as those that start together have neighbouring ones.
-- The payer's row comes without holds past their time (private.release_expired, private.without_expired).
-- Each expression that plpgsql comes to is prepared anew in each transaction, so there are few: one
-- condition for all that speaks for the payment, and which refusal it was only where it was not met.
-- Raises IP201 amount_invalid, IP202 payee_unknown, IP203 account_unknown, IP204 payee_is_payer,
-- IP205 currency_differs.
CREATE FUNCTION private.assess(
    p_actor uuid, p_payer public.accounts, p_payee public.accounts, p_amount numeric,
    p_currency text, p_at timestamp
) RETURNS private.verdict
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_rule record;
    v_fee numeric;
    v_day numeric;
    v_month numeric;
    v_refusal text;
BEGIN
    IF private.is_amount(p_amount) AND p_payer.user_id = p_actor AND p_payee.user_id IS NOT NULL
        AND p_payer.id <> p_payee.id AND p_currency = p_payer.currency
        AND p_payee.currency = p_payer.currency
    THEN
        -- One condition for the many; which one it was is asked only where it was not met.
    ELSIF NOT private.is_amount(p_amount) OR p_currency IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP201', MESSAGE = 'amount_invalid';
    ELSIF p_payer.user_id IS DISTINCT FROM p_actor OR p_payer.user_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
    ELSIF p_payee.user_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP202', MESSAGE = 'payee_unknown';
    ELSIF p_payer.id = p_payee.id THEN
        RAISE EXCEPTION USING ERRCODE = 'IP204', MESSAGE = 'payee_is_payer';
    ELSE
        RAISE EXCEPTION USING ERRCODE = 'IP205', MESSAGE = 'currency_differs';
    END IF;

    SELECT r.kind, r.per_payment, r.per_day, r.per_month, r.confirm_from,
        coalesce(least(greatest(round(p_amount * r.rate, 2), r.minimum), r.maximum), 0.00) AS fee,
        r.fee_account_ids[1 + pg_backend_pid() % nullif(cardinality(r.fee_account_ids), 0)]
            AS fee_account_id,
        (p_at AT TIME ZONE 'UTC' AT TIME ZONE r.time_zone)::date AS today
    INTO v_rule
    FROM private.payment_rules AS r
    WHERE r.kind = CASE WHEN p_payee.user_id = p_actor THEN 'OWN' ELSE 'TRANSFER' END
        AND r.account_kind = p_payer.kind AND r.currency = p_payer.currency;
    v_fee := coalesce(v_rule.fee, 0.00);
    IF p_payer.spent_on = v_rule.today + 1 THEN
        -- The clock went back over midnight: the day that has begun goes on.
        v_rule.today := p_payer.spent_on;
    END IF;

    -- What another day or month has counted counts as nothing, and payments between a person's own
    -- accounts are not counted.
    IF p_payer.spent_on = v_rule.today AND v_rule.kind = 'TRANSFER' THEN
        v_day := p_payer.spent_day + p_amount;
        v_month := p_payer.spent_month + p_amount;
    ELSE
        v_day := CASE WHEN p_payer.spent_on = v_rule.today THEN p_payer.spent_day ELSE 0 END
            + CASE WHEN v_rule.kind = 'TRANSFER' THEN p_amount ELSE 0 END;
        v_month := CASE WHEN date_trunc('month', p_payer.spent_on::timestamp)
                = date_trunc('month', v_rule.today::timestamp) THEN p_payer.spent_month ELSE 0 END
            + CASE WHEN v_rule.kind = 'TRANSFER' THEN p_amount ELSE 0 END;
    END IF;

    IF p_payer.closed_at IS NULL AND p_payer.frozen IS NULL AND v_rule.kind IS NOT NULL
        AND (v_fee = 0 OR v_rule.fee_account_id IS NOT NULL)
        AND p_payee.closed_at IS NULL AND p_payee.frozen IS NULL
        AND (v_rule.per_payment IS NULL OR p_amount <= v_rule.per_payment)
        AND (v_rule.per_day IS NULL OR v_day <= v_rule.per_day)
        AND (v_rule.per_month IS NULL OR v_month <= v_rule.per_month)
        AND p_payer.balance - p_payer.held >= p_amount + v_fee
        AND p_payee.balance + p_amount <= 9999999999999999.99
    THEN
        -- Nothing speaks against it.
    ELSIF p_payer.closed_at IS NOT NULL THEN
        v_refusal := 'account_closed';
    ELSIF private.is_frozen(p_payer.frozen, p_payer.frozen_until, 'DEBITS', p_at) THEN
        v_refusal := 'account_frozen';
    ELSIF v_rule.kind IS NULL OR (v_fee > 0 AND v_rule.fee_account_id IS NULL) THEN
        v_refusal := 'currency_not_offered';
    ELSIF p_amount > v_rule.per_payment THEN
        v_refusal := 'over_payment_limit';
    ELSIF v_day > v_rule.per_day THEN
        v_refusal := 'over_day_limit';
    ELSIF v_month > v_rule.per_month THEN
        v_refusal := 'over_month_limit';
    ELSIF p_payer.balance - p_payer.held < p_amount + v_fee THEN
        v_refusal := 'insufficient_funds';
    ELSIF p_payee.closed_at IS NOT NULL OR p_payee.balance + p_amount > 9999999999999999.99
        OR private.is_frozen(p_payee.frozen, p_payee.frozen_until, 'CREDITS', p_at)
    THEN
        v_refusal := 'payee_cannot_receive';
    END IF;
    RETURN ROW(v_refusal, v_fee, p_amount + v_fee, p_payer.balance - p_payer.held,
        coalesce(p_amount >= v_rule.confirm_from, false), v_rule.per_payment, v_rule.per_day,
        v_rule.per_month, v_rule.today, v_day, v_month,
        CASE WHEN v_fee > 0 THEN v_rule.fee_account_id END)::private.verdict;
END
$$;
