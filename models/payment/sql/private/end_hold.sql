-- Gives a held payment's money free, once, and says why it was not paid: CANCELLED, EXPIRED, or FAILED
-- with a code. What it counted against limits is counted no more. The payer's row is locked.
CREATE FUNCTION private.end_hold(
    p_held public.transactions, p_status text, p_failure_code text, p_at timestamp, p_actor uuid,
    p_session_id uuid
) RETURNS public.transactions
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_ended public.transactions;
    v_counted_on date := private.today(p_held.initiated_at);
    v_counted numeric;
BEGIN
    UPDATE public.transactions AS t
    SET status = p_status, failure_code = p_failure_code, completed_at = p_at
    WHERE t.id = p_held.id AND t.status = 'PENDING'
    RETURNING t.* INTO v_ended;
    IF v_ended.id IS NULL THEN
        RETURN p_held;
    END IF;
    SELECT CASE WHEN r.user_id = e.user_id OR p_held.kind <> 'TRANSFER' THEN 0 ELSE p_held.amount END INTO v_counted
    FROM public.accounts AS r, public.accounts AS e
    WHERE r.id = p_held.from_account_id AND e.id = p_held.to_account_id;
    UPDATE public.accounts AS a
    SET held = a.held - p_held.amount - p_held.fee,
        spent_day = a.spent_day - CASE WHEN a.spent_on = v_counted_on THEN v_counted ELSE 0 END,
        spent_month = a.spent_month - CASE
            WHEN date_trunc('month', a.spent_on::timestamp) = date_trunc('month', v_counted_on::timestamp)
            THEN v_counted ELSE 0 END
    WHERE a.id = p_held.from_account_id;
    INSERT INTO public.notifications (user_id, type, message, event, transaction_id, details)
    SELECT coalesce(a.user_id, e.user_id), 'IN_APP',
        format('Your payment of %s %s was not made.',
            to_char(p_held.amount, 'FM9,999,999,999,999,990.00'), p_held.currency),
        'payment_' || lower(p_status), p_held.id,
        jsonb_build_object('amount', p_held.amount::text, 'currency', p_held.currency,
            'note', p_held.note, 'failure_code', coalesce(p_failure_code, ''))
    FROM public.accounts AS a, public.accounts AS e
    WHERE a.id = p_held.from_account_id AND e.id = p_held.to_account_id;
    PERFORM private.record('payment', 'transfer_' || lower(p_status),
        jsonb_build_object('transaction_id', p_held.id, 'from_account_id', p_held.from_account_id,
            'to_account_id', p_held.to_account_id, 'amount', p_held.amount,
            'currency', p_held.currency, 'failure_code', p_failure_code),
        p_actor, p_session_id);
    RETURN v_ended;
END
$$;
