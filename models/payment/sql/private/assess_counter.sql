-- What a payment at the counter would come to: its fee (a transfer's alone), whether it is refused, and whether
-- somebody else must approve it (`needs_confirmation`), by what the caller's role may do alone. A customer's own
-- limits are for payments of the customer's own, and are not counted here.
-- Raises IP201 amount_invalid, IP203 account_unknown, IP204 payee_is_payer, IP205 currency_differs.
CREATE FUNCTION private.assess_counter(
    p_roles jsonb, p_kind text, p_payer public.accounts, p_payee public.accounts, p_amount numeric,
    p_currency text, p_at timestamp
) RETURNS private.verdict
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_fee numeric := 0.00;
    v_fee_account_id uuid;
    v_alone numeric;
    v_refusal text;
BEGIN
    IF NOT private.is_amount(p_amount) OR p_currency IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP201', MESSAGE = 'amount_invalid';
    ELSIF p_payer.id IS NULL OR p_payee.id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
    ELSIF p_payer.id = p_payee.id THEN
        RAISE EXCEPTION USING ERRCODE = 'IP204', MESSAGE = 'payee_is_payer';
    ELSIF p_currency <> p_payer.currency OR p_payee.currency <> p_payer.currency THEN
        RAISE EXCEPTION USING ERRCODE = 'IP205', MESSAGE = 'currency_differs';
    END IF;
    IF p_kind = 'COUNTER' AND p_payer.user_id <> p_payee.user_id THEN
        SELECT coalesce(least(greatest(round(p_amount * r.rate, 2), r.minimum), r.maximum), 0.00)
        INTO v_fee FROM private.payment_rules AS r
        WHERE r.kind = 'TRANSFER' AND r.account_kind = p_payer.kind AND r.currency = p_payer.currency;
        v_fee := coalesce(v_fee, 0.00);
        v_fee_account_id := CASE WHEN v_fee > 0 THEN private.fee_account_id(p_payer.currency) END;
    END IF;
    SELECT max(l.alone_up_to) INTO v_alone FROM public.counter_limits AS l
    WHERE p_roles ? l.role AND l.kind = p_kind AND l.currency = p_payer.currency;
    v_refusal := CASE
        WHEN p_payer.closed_at IS NOT NULL THEN 'account_closed'
        WHEN private.is_frozen(p_payer.frozen, p_payer.frozen_until, 'DEBITS', p_at)
            THEN 'account_frozen'
        WHEN v_alone IS NULL OR (v_fee > 0 AND v_fee_account_id IS NULL) THEN 'currency_not_offered'
        WHEN p_payer.kind = 'CUSTOMER' AND p_payer.balance - p_payer.held < p_amount + v_fee
            THEN 'insufficient_funds'
        WHEN p_payee.closed_at IS NOT NULL OR p_payee.balance + p_amount > 9999999999999999.99
            OR p_payer.balance - p_amount - v_fee < -9999999999999999.99
            OR private.is_frozen(p_payee.frozen, p_payee.frozen_until, 'CREDITS', p_at)
            THEN 'payee_cannot_receive'
        WHEN p_kind IN ('CASH_IN', 'CASH_OUT')
            THEN private.till_refusal(p_kind, p_payer, p_payee, p_amount)
    END;
    RETURN ROW(v_refusal, v_fee, p_payer.balance - p_payer.held, coalesce(p_amount > v_alone, false),
        NULL, NULL, NULL, p_payer.spent_on, p_payer.spent_day, p_payer.spent_month, v_fee_account_id,
        p_payee.user_id, private.counterparty_name(p_payee, p_payer.user_id),
        private.counterparty_name(p_payer, p_payee.user_id), false, true)::private.verdict;
END
$$;
