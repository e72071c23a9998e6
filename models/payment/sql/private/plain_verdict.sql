-- The verdict of private.assess for the many: somebody else is paid, nothing is frozen, closed or held, the payer's
-- counters are of today, and no rule speaks against it. No row for whatever else there is, a malformed
-- amount too. A query that is written into whatever asks: an expression costs a quarter within a query that
-- runs anyway of what it costs by itself, and a call costs more than ten of them.
-- The counters come back as they will be once it is paid, and which fee account this backend pays into: each
-- its own, by its process id, as those that start together have neighbouring ones.
CREATE FUNCTION private.plain_verdict(
    p_id uuid, p_actor uuid, p_payer_id uuid, p_payee_id uuid, p_amount numeric, p_currency text,
    p_at timestamp
) RETURNS SETOF private.verdict
LANGUAGE sql STABLE
AS $$
    SELECT NULL::text, least(greatest(round(p_amount * r.rate, 2), r.minimum), r.maximum),
        a.balance::numeric, p_amount >= r.confirm_from, r.per_payment::numeric, r.per_day::numeric,
        r.per_month::numeric, a.spent_on, a.spent_day + p_amount, a.spent_month + p_amount,
        r.fee_account_ids[1 + pg_backend_pid() % cardinality(r.fee_account_ids)],
        e.user_id, e.shown_as::text, a.shown_as::text, false, false
    FROM public.accounts AS a
    JOIN public.accounts AS e ON e.id = p_payee_id
    JOIN private.payment_rules AS r ON r.currency = a.currency
    LEFT JOIN public.transactions AS t ON t.id = p_id
    WHERE a.id = p_payer_id AND (a.user_id = p_actor) IS TRUE AND e.user_id <> p_actor
        AND r.kind = 'TRANSFER' AND r.account_kind = a.kind
        AND p_currency = a.currency AND e.currency = a.currency
        AND a.frozen IS NULL AND e.frozen IS NULL AND a.closed_at IS NULL AND e.closed_at IS NULL
        AND a.held = 0 AND e.balance + p_amount <= 9999999999999999.99
        -- That it is more than nothing, of two places: asked of a row, as what speaks of arguments alone
        -- is asked in a node of its own.
        AND e.balance + p_amount > e.balance AND trunc(e.balance + p_amount, 2) = e.balance + p_amount
        AND a.spent_on = (p_at AT TIME ZONE 'UTC' AT TIME ZONE r.time_zone)::date
        AND t.id IS NULL
        AND a.balance >= p_amount + least(greatest(round(p_amount * r.rate, 2), r.minimum), r.maximum)
        AND (r.per_payment IS NULL OR p_amount <= r.per_payment)
        AND (r.per_day IS NULL OR a.spent_day + p_amount <= r.per_day)
        AND (r.per_month IS NULL OR a.spent_month + p_amount <= r.per_month)
        AND cardinality(r.fee_account_ids) > 0
        AND a.shown_as IS NOT NULL AND e.shown_as IS NOT NULL
$$;
