-- The two notices of a posted payment. Whoever pays between own accounts gets one.
CREATE FUNCTION private.notify_payment(
    p_transaction_id uuid, p_payer public.accounts, p_payee public.accounts,
    p_payer_sees text, p_payee_sees text, p_amount numeric, p_note text
) RETURNS void
LANGUAGE sql VOLATILE
AS $$
    INSERT INTO public.notifications (user_id, type, message, event, transaction_id, details)
    SELECT p_payer.user_id, 'IN_APP',
        format('You sent %s %s to %s.', to_char(p_amount, 'FM9,999,999,999,999,990.00'),
            p_payer.currency, p_payer_sees),
        'payment_sent', p_transaction_id,
        jsonb_build_object('amount', p_amount::text, 'currency', p_payer.currency,
            'counterparty', p_payer_sees, 'note', p_note)
    UNION ALL
    SELECT p_payee.user_id, 'IN_APP',
        format('You received %s %s from %s.', to_char(p_amount, 'FM9,999,999,999,999,990.00'),
            p_payer.currency, p_payee_sees),
        'payment_received', p_transaction_id,
        jsonb_build_object('amount', p_amount::text, 'currency', p_payer.currency,
            'counterparty', p_payee_sees, 'note', p_note)
    WHERE p_payee.user_id <> p_payer.user_id
$$;
