-- Tells both sides of a payment, and the log. Whoever pays between own accounts gets one notice.
-- The notices' ids follow from the payment's: where a server has no OpenSSL, a random one has it open a
-- file each time.
CREATE FUNCTION private.tell_payment(
    p_id uuid, p_payer_id uuid, p_payer_user_id uuid, p_payee_id uuid,
    p_payee_user_id uuid, p_amount numeric, p_currency text, p_fee numeric, p_note text,
    p_at timestamp, p_payer_sees text, p_payee_sees text, p_actor uuid, p_session_id uuid
) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_digest text := encode(sha256(uuid_send(p_id)), 'hex');
    v_amount text := p_amount;
    v_money text := concat(to_char(p_amount, 'FM9,999,999,999,999,990.00'), ' ', p_currency);
BEGIN
    INSERT INTO public.notifications (id, user_id, type, message, created_at, event, transaction_id,
        details)
    SELECT n.id, n.user_id, 'IN_APP', n.message, p_at, n.event, p_id,
        jsonb_build_object('amount', v_amount, 'currency', p_currency,
            'counterparty', n.counterparty, 'note', p_note)
    FROM (VALUES
        (left(v_digest, 32)::uuid, p_payer_user_id,
            concat('You sent ', v_money, ' to ', p_payer_sees, '.'), 'payment_sent'::varchar(50),
            p_payer_sees),
        (right(v_digest, 32)::uuid, nullif(p_payee_user_id, p_payer_user_id),
            concat('You received ', v_money, ' from ', p_payee_sees, '.'),
            'payment_received'::varchar(50), p_payee_sees)
    ) AS n (id, user_id, message, event, counterparty)
    WHERE n.user_id IS NOT NULL;
    INSERT INTO public.audit_logs (service, event, payload, actor, session_id)
    VALUES ('payment', 'transfer', jsonb_build_object('transaction_id', p_id, 'from_account_id',
        p_payer_id, 'to_account_id', p_payee_id, 'amount', p_amount, 'currency', p_currency, 'fee',
        p_fee), p_actor, p_session_id);
END
$$;
