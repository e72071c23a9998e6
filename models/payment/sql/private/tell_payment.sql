-- Tells both sides of a payment that has just been booked, and the log. Whoever pays between own
-- accounts gets one notice, the bank none. Always true.
-- The notices' ids follow from the payment's: where a server has no OpenSSL, a random one has it open a
-- file each time.
CREATE FUNCTION private.tell_payment(
    p_id uuid, p_payer_id uuid, p_payer_user_id uuid, p_payee_id uuid,
    p_payee_user_id uuid, p_amount numeric, p_currency text, p_fee numeric, p_note text,
    p_at timestamp, p_payer_sees text, p_payee_sees text, p_actor uuid, p_session_id uuid,
    p_original_id uuid
) RETURNS boolean
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_digest text := encode(sha256(uuid_send(p_id)), 'hex');
    v_amount text := p_amount;
    v_money text := concat(to_char(p_amount, 'FM9,999,999,999,999,990.00'), ' ', p_currency);
    v_log jsonb := jsonb_build_object('transaction_id', p_id, 'from_account_id', p_payer_id,
        'to_account_id', p_payee_id, 'amount', p_amount, 'currency', p_currency, 'fee', p_fee);
    v_log_event varchar(50) := 'transfer';
    v_payer_event varchar(50) := 'payment_sent';
    v_payee_event varchar(50) := 'payment_received';
    v_payer_message text;
    v_payee_message text;
BEGIN
    IF p_original_id IS NULL THEN
        v_payer_message := concat('You sent ', v_money, ' to ', p_payer_sees, '.');
        v_payee_message := concat('You received ', v_money, ' from ', p_payee_sees, '.');
        IF p_payee_user_id = p_payer_user_id THEN
            p_payee_user_id := NULL;
        END IF;
    ELSE
        v_log_event := 'reversal';
        v_log := v_log || jsonb_build_object('original_id', p_original_id);
        v_payer_event := 'payment_taken_back';
        v_payer_message := concat('A payment of ', v_money, ' to you was taken back.');
        v_payee_event := 'payment_returned';
        v_payee_message := concat('A payment of ', v_money, ' came back to you.');
    END IF;
    INSERT INTO public.notifications (id, user_id, type, message, created_at, event, transaction_id,
        details)
    SELECT n.id, n.user_id, 'IN_APP', n.message, p_at, n.event, p_id,
        jsonb_build_object('amount', v_amount, 'currency', p_currency,
            'counterparty', n.counterparty, 'note', p_note)
    FROM (VALUES
        (left(v_digest, 32)::uuid, p_payer_user_id, v_payer_message, v_payer_event, p_payer_sees),
        (right(v_digest, 32)::uuid, p_payee_user_id, v_payee_message, v_payee_event, p_payee_sees)
    ) AS n (id, user_id, message, event, counterparty)
    WHERE n.user_id IS NOT NULL;
    INSERT INTO public.audit_logs (service, event, payload, actor, session_id)
    VALUES ('payment', v_log_event, v_log, p_actor, p_session_id);
    RETURN true;
END
$$;
