-- What a payment between two accounts would come to, by rows, tariffs and limits as they stand: its
-- fee, and whether it is refused. The one verdict, for api.quote as for what posts.
-- The counters come back as they will be once it is paid, and which fee account this backend pays into. The payer's row comes without holds past their
-- time (private.release_expired, private.without_expired).
-- One row for the rules, and plpgsql for the rest: a statement prepares every expression in it,
-- plpgsql only those it comes to, and most payments come to few.
-- Raises IP201 amount_invalid, IP202 payee_unknown, IP203 account_unknown, IP204 payee_is_payer,
-- IP205 currency_differs.
CREATE FUNCTION private.assess(
    p_actor uuid, p_payer public.accounts, p_payee public.accounts, p_amount numeric,
    p_currency text, p_at timestamp
) RETURNS private.verdict
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_is_own boolean := p_payee.user_id = p_actor;
    v_rule record;
    v private.verdict;
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

    SELECT r.kind, r.per_payment, r.per_day, r.per_month, r.confirm_from, r.rate, r.minimum, r.maximum,
        r.time_zone, r.fee_account_ids
    INTO v_rule
    FROM private.payment_rules AS r
    WHERE r.kind = CASE WHEN v_is_own THEN 'OWN' ELSE 'TRANSFER' END
        AND r.account_kind = p_payer.kind AND r.currency = p_payer.currency;
    v.per_payment := v_rule.per_payment;
    v.per_day := v_rule.per_day;
    v.per_month := v_rule.per_month;
    v.needs_confirmation := coalesce(p_amount >= v_rule.confirm_from, false);
    v.fee := coalesce(least(greatest(
        round(p_amount * v_rule.rate, 2), v_rule.minimum), v_rule.maximum), 0.00);
    IF v.fee > 0 THEN
        v.fee_account_id := v_rule.fee_account_ids[private.fee_stripe()];
    END IF;
    v.total := p_amount + v.fee;
    v.available := p_payer.balance - p_payer.held;

    -- What another day or month has counted counts as nothing, and payments between a person's own
    -- accounts are not counted.
    v.spent_on := (p_at AT TIME ZONE 'UTC' AT TIME ZONE v_rule.time_zone)::date;
    IF p_payer.spent_on = v.spent_on THEN
        v.spent_day := p_payer.spent_day;
        v.spent_month := p_payer.spent_month;
    ELSE
        v.spent_day := 0;
        v.spent_month := CASE WHEN date_trunc('month', p_payer.spent_on::timestamp)
            = date_trunc('month', v.spent_on::timestamp) THEN p_payer.spent_month ELSE 0 END;
    END IF;
    IF NOT v_is_own THEN
        v.spent_day := v.spent_day + p_amount;
        v.spent_month := v.spent_month + p_amount;
    END IF;

    IF p_payer.closed_at IS NOT NULL THEN
        v.failure_code := 'account_closed';
    ELSIF p_payer.frozen IS NOT NULL
        AND private.is_frozen(p_payer.frozen, p_payer.frozen_until, 'DEBITS', p_at)
    THEN
        v.failure_code := 'account_frozen';
    ELSIF v_rule.kind IS NULL THEN
        v.failure_code := 'currency_not_offered';
    ELSIF p_amount > v.per_payment THEN
        v.failure_code := 'over_payment_limit';
    ELSIF v.spent_day > v.per_day THEN
        v.failure_code := 'over_day_limit';
    ELSIF v.spent_month > v.per_month THEN
        v.failure_code := 'over_month_limit';
    ELSIF v.available < v.total THEN
        v.failure_code := 'insufficient_funds';
    ELSIF p_payee.closed_at IS NOT NULL OR p_payee.balance + p_amount > 9999999999999999.99 THEN
        v.failure_code := 'payee_cannot_receive';
    ELSIF p_payee.frozen IS NOT NULL
        AND private.is_frozen(p_payee.frozen, p_payee.frozen_until, 'CREDITS', p_at)
    THEN
        v.failure_code := 'payee_cannot_receive';
    END IF;
    RETURN v;
END
$$;
