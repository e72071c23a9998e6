-- The payer's side of a batch: what all its payments took, its fee as a payment of its own under the
-- batch's id, and one notice. Raises IP206 id_reused.
CREATE FUNCTION private.book_batch_fee(
    p_actor uuid, p_batch_id uuid, p_payer public.accounts, p_fees public.accounts,
    p_amount numeric, p_fee numeric, p_rows integer, p_at timestamp
) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_left numeric := p_payer.balance - p_amount;
    -- Others may have paid into the fee account since the batch was dated.
    v_fees_at timestamp := greatest(p_at, p_fees.last_entry_at);
BEGIN
    UPDATE public.accounts AS a
    SET balance = v_left - p_fee, last_entry_at = p_at,
        last_sequence = a.last_sequence + p_rows + CASE WHEN p_fee > 0 THEN 1 ELSE 0 END
    WHERE a.id = p_payer.id;
    INSERT INTO public.notifications (user_id, type, message, event, transaction_id, details)
    VALUES (p_payer.user_id, 'IN_APP', format('You sent %s %s in %s payments.',
            to_char(p_amount, 'FM9,999,999,999,999,990.00'), p_payer.currency, p_rows),
        'batch_sent', p_batch_id,
        jsonb_build_object('amount', p_amount::text, 'currency', p_payer.currency,
            'payments', p_rows::text));
    IF p_fee = 0 THEN
        RETURN;
    END IF;
    INSERT INTO public.transactions (id, from_account_id, to_account_id, amount, currency, status,
        initiated_at, completed_at, kind, initiated_by, payer_balance_after, payer_sequence,
        payee_sequence, batch_id)
    VALUES (p_batch_id, p_payer.id, p_fees.id, p_fee, p_payer.currency, 'COMPLETED', p_at, p_at,
        'BATCH_FEE', p_actor, v_left - p_fee, p_payer.last_sequence + p_rows + 1,
        p_fees.last_sequence + 1, p_batch_id)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP206', MESSAGE = 'id_reused';
    END IF;
    UPDATE public.accounts AS a
    SET balance = a.balance + p_fee, last_sequence = a.last_sequence + 1, last_entry_at = v_fees_at
    WHERE a.id = p_fees.id;
    INSERT INTO public.ledger_entries (account_id, sequence, transaction_id, leg, amount,
        balance_after, created_at, kind, counterparty)
    VALUES (p_payer.id, p_payer.last_sequence + p_rows + 1, p_batch_id, 1, -p_fee, v_left - p_fee,
            p_at, 'BATCH_FEE', 'FEES'),
        (p_fees.id, p_fees.last_sequence + 1, p_batch_id, 1, p_fee, p_fees.balance + p_fee,
            v_fees_at, 'BATCH_FEE', 'CUSTOMER');
END
$$;
