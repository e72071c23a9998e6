-- What a payment between two accounts would come to, by rows, tariffs and limits as they stand: its
-- fee, and whether it is refused. The one verdict, for api.quote as for what posts.
-- The counters come back as they will be once it is paid. The payer's row comes without holds past their
-- time (private.release_expired, private.without_expired).
-- One statement for the rules, and plpgsql for the rest: a statement prepares every expression in it,
-- plpgsql only those it comes to, and most payments come to few.
-- Raises IP201 amount_invalid, IP202 payee_unknown, IP203 account_unknown, IP204 payee_is_payer,
-- IP205 currency_differs.
CREATE FUNCTION private.assess(
    p_actor uuid, p_payer public.accounts, p_payee public.accounts, p_amount numeric,
    p_currency text, p_at timestamp,
    OUT failure_code text, OUT fee numeric, OUT total numeric, OUT available numeric,
    OUT needs_confirmation boolean, OUT per_payment numeric, OUT per_day numeric,
    OUT per_month numeric, OUT spent_on date, OUT spent_day numeric, OUT spent_month numeric
)
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_is_own boolean := p_payee.user_id = p_actor;
    v_rule record;
BEGIN
    IF private.is_amount(p_amount) AND p_payer.user_id = p_actor AND p_payee.user_id IS NOT NULL
        AND p_payer.id <> p_payee.id AND p_currency = p_payer.currency
        AND p_currency = p_payee.currency
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

    SELECT s.value AS time_zone, l.kind, l.per_payment, l.per_day, l.per_month, l.confirm_from,
        t.rate, t.minimum, t.maximum
    INTO v_rule
    FROM private.settings AS s
    LEFT JOIN public.limits AS l
        ON l.kind = CASE WHEN v_is_own THEN 'OWN' ELSE 'TRANSFER' END AND l.role = 'CUSTOMER'
        AND l.account_kind = p_payer.kind AND l.currency = p_payer.currency
    LEFT JOIN public.tariffs AS t
        ON t.kind = l.kind AND t.account_kind = l.account_kind AND t.currency = l.currency
    WHERE s.name = 'time_zone';
    per_payment := v_rule.per_payment;
    per_day := v_rule.per_day;
    per_month := v_rule.per_month;
    needs_confirmation := coalesce(p_amount >= v_rule.confirm_from, false);
    fee := coalesce(least(greatest(
        round(p_amount * v_rule.rate, 2), v_rule.minimum), v_rule.maximum), 0.00);
    total := p_amount + fee;
    available := p_payer.balance - p_payer.held;

    -- What another day or month has counted counts as nothing, and payments between a person's own
    -- accounts are not counted.
    spent_on := (p_at AT TIME ZONE 'UTC' AT TIME ZONE v_rule.time_zone)::date;
    IF p_payer.spent_on = spent_on THEN
        spent_day := p_payer.spent_day;
        spent_month := p_payer.spent_month;
    ELSE
        spent_day := 0;
        spent_month := CASE WHEN date_trunc('month', p_payer.spent_on::timestamp)
            = date_trunc('month', spent_on::timestamp) THEN p_payer.spent_month ELSE 0 END;
    END IF;
    IF NOT v_is_own THEN
        spent_day := spent_day + p_amount;
        spent_month := spent_month + p_amount;
    END IF;

    IF p_payer.closed_at IS NOT NULL THEN
        failure_code := 'account_closed';
    ELSIF p_payer.frozen IS NOT NULL
        AND private.is_frozen(p_payer.frozen, p_payer.frozen_until, 'DEBITS', p_at)
    THEN
        failure_code := 'account_frozen';
    ELSIF v_rule.kind IS NULL THEN
        failure_code := 'currency_not_offered';
    ELSIF p_amount > per_payment THEN
        failure_code := 'over_payment_limit';
    ELSIF spent_day > per_day THEN
        failure_code := 'over_day_limit';
    ELSIF spent_month > per_month THEN
        failure_code := 'over_month_limit';
    ELSIF available < total THEN
        failure_code := 'insufficient_funds';
    ELSIF p_payee.closed_at IS NOT NULL OR p_payee.balance + p_amount > 9999999999999999.99 THEN
        failure_code := 'payee_cannot_receive';
    ELSIF p_payee.frozen IS NOT NULL
        AND private.is_frozen(p_payee.frozen, p_payee.frozen_until, 'CREDITS', p_at)
    THEN
        failure_code := 'payee_cannot_receive';
    END IF;
END
$$;
