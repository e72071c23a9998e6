-- What a payment between two accounts would come to, by rows, tariffs and limits as they stand: its
-- fee, and whether it is refused. The one verdict, for api.quote as for what posts.
-- One query answers for the many: somebody else is paid, nothing is frozen, closed or held, the payer's counters
-- are of today, and no rule speaks against it. Whatever it does not find, private.assess_closely goes
-- into. An expression costs a quarter within a query that runs anyway of what it costs by itself.
-- The counters come back as they will be once it is paid, and which fee account this backend pays into: each
-- its own, by its process id, as those that start together have neighbouring ones.
-- `p_is_asked` leaves out holds past their time, which whoever pays has ended before (private.release_expired).
-- An id that is claimed already has no verdict but that (`is_claimed`).
-- Raises IP201 amount_invalid, IP202 payee_unknown, IP203 account_unknown, IP204 payee_is_payer,
-- IP205 currency_differs.
CREATE FUNCTION private.assess(
    p_id uuid, p_actor uuid, p_payer_id uuid, p_payee_id uuid, p_amount numeric, p_currency text,
    p_at timestamp, p_is_asked boolean
) RETURNS private.verdict
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_verdict private.verdict;
BEGIN
    SELECT NULL::text, least(greatest(round(p_amount * r.rate, 2), r.minimum), r.maximum),
        a.balance, p_amount >= r.confirm_from, r.per_payment, r.per_day, r.per_month, a.spent_on,
        a.spent_day + p_amount, a.spent_month + p_amount,
        r.fee_account_ids[1 + pg_backend_pid() % cardinality(r.fee_account_ids)],
        e.user_id, e.shown_as, a.shown_as, false, false
    INTO v_verdict
    FROM public.accounts AS a
    JOIN public.accounts AS e ON e.id = p_payee_id
    JOIN private.payment_rules AS r ON r.currency = a.currency
    LEFT JOIN public.transactions AS t ON t.id = p_id
    WHERE a.id = p_payer_id AND (a.user_id = p_actor) IS TRUE AND e.user_id <> p_actor
        AND r.kind = 'TRANSFER' AND r.account_kind = a.kind
        AND p_currency = a.currency AND e.currency = a.currency
        AND a.frozen IS NULL AND e.frozen IS NULL AND a.closed_at IS NULL AND e.closed_at IS NULL
        AND a.held = 0 AND e.balance + p_amount <= 9999999999999999.99
        AND a.spent_on = (p_at AT TIME ZONE 'UTC' AT TIME ZONE r.time_zone)::date
        AND t.id IS NULL;
    IF FOUND AND private.is_amount(p_amount)
        AND v_verdict.available >= p_amount + v_verdict.fee
        AND (v_verdict.per_payment IS NULL OR p_amount <= v_verdict.per_payment)
        AND (v_verdict.per_day IS NULL OR v_verdict.spent_day <= v_verdict.per_day)
        AND (v_verdict.per_month IS NULL OR v_verdict.spent_month <= v_verdict.per_month)
        AND v_verdict.fee_account_id IS NOT NULL AND v_verdict.payer_sees IS NOT NULL
        AND v_verdict.payee_sees IS NOT NULL
    THEN
        RETURN v_verdict;
    END IF;
    RETURN private.assess_closely(p_id, p_actor, p_payer_id, p_payee_id, p_amount, p_currency, p_at,
        p_is_asked);
END
$$;
