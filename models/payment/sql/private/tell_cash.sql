-- Tells the customers and the log of what was done at the counter: cash in or out, its correction, a transfer for
-- a customer. Whose cash it was is told the balance too: both rows are locked, and the money moves next. Of what
-- moves between till, vault and the bank's own accounts only the log is told.
CREATE FUNCTION private.tell_cash(
    p_id uuid, p_kind text, p_payer_id uuid, p_payer_user_id uuid, p_payee_id uuid,
    p_payee_user_id uuid, p_amount numeric, p_currency text, p_fee numeric, p_note text,
    p_at timestamp, p_payer_sees text, p_payee_sees text, p_actor uuid, p_session_id uuid,
    p_original_id uuid
) RETURNS boolean
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_money text := concat(to_char(p_amount, 'FM9,999,999,999,999,990.00'), ' ', p_currency);
    v_balance numeric := CASE WHEN p_kind IN ('CASH_IN', 'CASH_OUT', 'CASH_CORRECTION') THEN (
        SELECT a.balance + CASE WHEN a.id = p_payer_id THEN -p_amount ELSE p_amount END
        FROM public.accounts AS a
        WHERE a.id = CASE WHEN p_payer_user_id IS NULL THEN p_payee_id ELSE p_payer_id END) END;
BEGIN
    INSERT INTO public.notifications (user_id, type, message, created_at, event, transaction_id,
        details)
    SELECT n.user_id, 'IN_APP', n.message, p_at, n.event, p_id,
        jsonb_strip_nulls(jsonb_build_object('amount', p_amount::text, 'currency', p_currency,
            'balance', v_balance::text, 'counterparty', n.counterparty, 'note', p_note))
    FROM (VALUES
        ('CASH_IN', p_payee_user_id, concat('You paid in ', v_money, ' at the counter.'), 'cash_in', ''),
        ('CASH_OUT', p_payer_user_id, concat('You took out ', v_money, ' at the counter.'), 'cash_out', ''),
        ('CASH_CORRECTION', coalesce(p_payer_user_id, p_payee_user_id),
            concat(v_money, ' at the counter were corrected.'), 'cash_corrected', ''),
        ('COUNTER', p_payer_user_id, concat('You sent ', v_money, ' to ', p_payer_sees, '.'),
            'payment_sent', p_payer_sees),
        ('COUNTER', nullif(p_payee_user_id, p_payer_user_id),
            concat('You received ', v_money, ' from ', p_payee_sees, '.'), 'payment_received',
            p_payee_sees)
    ) AS n (kind, user_id, message, event, counterparty)
    WHERE n.kind = p_kind AND n.user_id IS NOT NULL;
    PERFORM private.record('payment', lower(p_kind), jsonb_build_object('transaction_id', p_id,
        'from_account_id', p_payer_id, 'to_account_id', p_payee_id, 'amount', p_amount,
        'currency', p_currency, 'fee', p_fee, 'original_id', p_original_id),
        p_actor, p_session_id);
    RETURN true;
END
$$;
