-- Ends the holds of one account that are past their time, as private.end_hold ends one: all in one statement,
-- 500 at most, so that nobody's holds can keep an account busy. The account's row is locked. Returns it as it
-- is then; what is left is held until the next who comes, of whom the worker is one each second.
CREATE FUNCTION private.release_expired(p_account public.accounts, p_at timestamp)
RETURNS public.accounts
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_account public.accounts;
BEGIN
    WITH ended AS (
        UPDATE public.transactions AS t SET status = 'EXPIRED', completed_at = p_at
        FROM (SELECT h.id FROM public.transactions AS h
            WHERE h.from_account_id = p_account.id AND h.status = 'PENDING' AND h.expires_at <= p_at
            ORDER BY h.id LIMIT 500) AS d
        WHERE t.id = d.id AND t.status = 'PENDING'
        RETURNING t.id, t.kind, t.to_account_id, t.amount, t.fee, t.note, private.today(t.initiated_at) AS day
    ), told AS (
        INSERT INTO public.notifications (user_id, type, message, event, transaction_id, details)
        SELECT coalesce(p_account.user_id, p.user_id), 'IN_APP',
            format('Your payment of %s %s was not made.',
                to_char(e.amount, 'FM9,999,999,999,999,990.00'), p_account.currency),
            'payment_expired', e.id,
            jsonb_build_object('amount', e.amount::text, 'currency', p_account.currency,
                'note', e.note, 'failure_code', '')
        FROM ended AS e JOIN public.accounts AS p ON p.id = e.to_account_id ORDER BY e.id
    ), logged AS (
        INSERT INTO public.audit_logs (service, event, payload)
        SELECT 'payment', 'transfer_expired', jsonb_build_object('transaction_id', e.id,
            'from_account_id', p_account.id, 'to_account_id', e.to_account_id, 'amount', e.amount,
            'currency', p_account.currency, 'failure_code', NULL)
        FROM ended AS e ORDER BY e.id
    )
    UPDATE public.accounts AS a
    SET held = a.held - s.held,
        spent_day = a.spent_day - s.of_day, spent_month = a.spent_month - s.of_month
    FROM (SELECT sum(e.amount + e.fee) AS held,
            coalesce(sum(e.amount) FILTER (WHERE e.kind = 'TRANSFER'
                AND p.user_id <> p_account.user_id AND e.day = p_account.spent_on), 0) AS of_day,
            coalesce(sum(e.amount) FILTER (WHERE e.kind = 'TRANSFER'
                AND p.user_id <> p_account.user_id AND date_trunc('month', e.day::timestamp)
                    = date_trunc('month', p_account.spent_on::timestamp)), 0) AS of_month
        FROM ended AS e JOIN public.accounts AS p ON p.id = e.to_account_id) AS s
    WHERE a.id = p_account.id AND s.held IS NOT NULL
    RETURNING a.* INTO v_account;
    RETURN CASE WHEN v_account.id IS NULL THEN p_account ELSE v_account END;
END
$$;
