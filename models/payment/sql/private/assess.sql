-- What a payment between two accounts would come to, by rows, tariffs and limits as they stand: its
-- fee, and whether it is refused. The one verdict, for api.quote as for what posts.
-- The counters come back as they will be once it is paid. The payer's row comes without holds past their
-- time (private.release_expired, private.without_expired).
-- One statement: what plpgsql works out by itself it prepares anew in each transaction.
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

    SELECT
        CASE
            WHEN p_payer.closed_at IS NOT NULL THEN 'account_closed'
            WHEN private.is_frozen(p_payer.frozen, p_payer.frozen_until, 'DEBITS', p_at)
                THEN 'account_frozen'
            WHEN l.kind IS NULL THEN 'currency_not_offered'
            WHEN p_amount > l.per_payment THEN 'over_payment_limit'
            WHEN c.spent_day > l.per_day THEN 'over_day_limit'
            WHEN c.spent_month > l.per_month THEN 'over_month_limit'
            WHEN f.available < f.fee + p_amount THEN 'insufficient_funds'
            WHEN p_payee.closed_at IS NOT NULL
                OR p_payee.balance + p_amount > 9999999999999999.99
                OR private.is_frozen(p_payee.frozen, p_payee.frozen_until, 'CREDITS', p_at)
                THEN 'payee_cannot_receive'
        END,
        f.fee, f.fee + p_amount, f.available, coalesce(p_amount >= l.confirm_from, false),
        l.per_payment, l.per_day, l.per_month, d.today, c.spent_day, c.spent_month
    INTO failure_code, fee, total, available, needs_confirmation, per_payment, per_day, per_month,
        spent_on, spent_day, spent_month
    FROM private.settings AS s
    CROSS JOIN LATERAL (SELECT (p_at AT TIME ZONE 'UTC' AT TIME ZONE s.value)::date) AS d (today)
    LEFT JOIN public.limits AS l
        ON l.kind = CASE WHEN p_payee.user_id = p_actor THEN 'OWN' ELSE 'TRANSFER' END
        AND l.role = 'CUSTOMER' AND l.account_kind = p_payer.kind
        AND l.currency = p_payer.currency
    LEFT JOIN public.tariffs AS t
        ON t.kind = l.kind AND t.account_kind = l.account_kind AND t.currency = l.currency
    CROSS JOIN LATERAL (SELECT
        coalesce(least(greatest(round(p_amount * t.rate, 2), t.minimum), t.maximum), 0.00),
        p_payer.balance - p_payer.held
    ) AS f (fee, available)
    -- Between a person's own accounts nothing counts against a limit.
    CROSS JOIN LATERAL (SELECT
        CASE WHEN p_payer.spent_on = d.today THEN p_payer.spent_day ELSE 0 END
            + CASE WHEN p_payee.user_id = p_actor THEN 0 ELSE p_amount END,
        CASE WHEN date_trunc('month', p_payer.spent_on::timestamp)
            = date_trunc('month', d.today::timestamp) THEN p_payer.spent_month ELSE 0 END
            + CASE WHEN p_payee.user_id = p_actor THEN 0 ELSE p_amount END
    ) AS c (spent_day, spent_month)
    WHERE s.name = 'time_zone';
END
$$;
