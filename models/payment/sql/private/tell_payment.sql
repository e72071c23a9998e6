-- Tells both sides of a payment, and the log. Whoever pays between own accounts gets one notice.
-- The payer's notice has the payment's id, which is nobody else's; the payee's a random one, as whatever followed
-- from that id could be the id of another payment, whoever chose it.
CREATE FUNCTION private.tell_payment(
    p_id uuid, p_payer_id uuid, p_payer_user_id uuid, p_payee_id uuid,
    p_payee_user_id uuid, p_amount numeric, p_currency text, p_fee numeric, p_note text,
    p_at timestamp, p_payer_sees text, p_payee_sees text, p_actor uuid, p_session_id uuid
) RETURNS boolean
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_payee_notice uuid := gen_random_uuid();
    v_amount text := p_amount;
    v_money text := to_char(p_amount, 'FM9,999,999,999,999,990.00');
BEGIN
    INSERT INTO public.notifications (id, user_id, type, message, created_at, event, transaction_id,
        details)
    SELECT CASE WHEN n.sent THEN p_id ELSE v_payee_notice END,
        CASE WHEN n.sent THEN p_payer_user_id ELSE p_payee_user_id END, 'IN_APP',
        CASE WHEN n.sent THEN format('You sent %s %s to %s.', v_money, p_currency, p_payer_sees)
            ELSE format('You received %s %s from %s.', v_money, p_currency, p_payee_sees) END,
        p_at,
        CASE WHEN n.sent THEN 'payment_sent'::varchar(50) ELSE 'payment_received'::varchar(50) END,
        p_id,
        jsonb_object(ARRAY['amount', v_amount, 'currency', p_currency, 'counterparty',
            CASE WHEN n.sent THEN p_payer_sees ELSE p_payee_sees END, 'note', p_note])
    FROM (VALUES (true), (false)) AS n (sent)
    WHERE n.sent OR p_payee_user_id <> p_payer_user_id;
    INSERT INTO public.audit_logs (service, event, payload, actor, session_id)
    VALUES ('payment', 'transfer', jsonb_build_object('transaction_id', p_id, 'from_account_id',
        p_payer_id, 'to_account_id', p_payee_id, 'amount', p_amount, 'currency', p_currency, 'fee',
        p_fee), p_actor, p_session_id);
    RETURN true;
END
$$;
