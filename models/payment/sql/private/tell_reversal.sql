-- Tells both sides of a payment that was taken back, and the log. The bank's own account is told nothing, and
-- nobody why: the reason is the bank's.
CREATE FUNCTION private.tell_reversal(
    p_id uuid, p_payer_id uuid, p_payer_user_id uuid, p_payee_id uuid, p_payee_user_id uuid,
    p_amount numeric, p_currency text, p_fee numeric, p_at timestamp, p_payer_sees text, p_payee_sees text, p_actor uuid,
    p_session_id uuid, p_original_id uuid
) RETURNS boolean
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_money text := concat(to_char(p_amount, 'FM9,999,999,999,999,990.00'), ' ', p_currency);
BEGIN
    INSERT INTO public.notifications (user_id, type, message, created_at, event, transaction_id,
        details)
    SELECT n.user_id, 'IN_APP', n.message, p_at, n.event, p_id,
        jsonb_build_object('amount', p_amount::text, 'currency', p_currency,
            'counterparty', n.counterparty, 'note', '')
    FROM (VALUES
        (p_payer_user_id, concat('A payment of ', v_money, ' to you was taken back.'),
            'payment_taken_back', p_payer_sees),
        (p_payee_user_id, concat('A payment of ', v_money, ' came back to you.'),
            'payment_returned', p_payee_sees)
    ) AS n (user_id, message, event, counterparty)
    WHERE n.user_id IS NOT NULL;
    PERFORM private.record('payment', 'reversal', jsonb_build_object('transaction_id', p_id,
        'from_account_id', p_payer_id, 'to_account_id', p_payee_id, 'amount', p_amount,
        'currency', p_currency, 'fee', p_fee, 'original_id', p_original_id),
        p_actor, p_session_id);
    RETURN true;
END
$$;
