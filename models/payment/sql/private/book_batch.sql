-- The payments of a batch, in one statement: sequences and balances follow from the rows' order, both
-- for the payer and for a payee who is named several times. Raises IP206 id_reused.
CREATE FUNCTION private.book_batch(
    p_actor uuid, p_session_id uuid, p_batch_id uuid, p_payer public.accounts, p_ids uuid[],
    p_payee_ids uuid[], p_amounts numeric[], p_notes text[], p_at timestamp
) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_written bigint;
    v_payer_name text;
BEGIN
    SELECT private.masked_name(h.full_name) INTO v_payer_name FROM public.holders AS h
    WHERE h.user_id = p_payer.user_id;
    WITH rows AS MATERIALIZED (
        SELECT r.id, r.payee_id, round(r.amount, 2) AS amount, r.note, r.position,
            sum(r.amount) OVER w AS paid, a.user_id,
            a.balance + sum(r.amount) OVER p AS payee_balance,
            a.last_sequence + row_number() OVER p AS payee_sequence,
            CASE WHEN a.user_id = p_payer.user_id THEN coalesce(a.name, a.iban)
                ELSE private.masked_name(h.full_name) END AS payer_sees,
            CASE WHEN a.user_id = p_payer.user_id THEN coalesce(p_payer.name, p_payer.iban)
                ELSE v_payer_name END AS payee_sees
        FROM unnest(p_ids, p_payee_ids, p_amounts, p_notes) WITH ORDINALITY
            AS r (id, payee_id, amount, note, position)
        JOIN public.accounts AS a ON a.id = r.payee_id
        JOIN public.holders AS h ON h.user_id = a.user_id
        WINDOW w AS (ORDER BY r.position), p AS (PARTITION BY r.payee_id ORDER BY r.position)
    ), made AS (
        INSERT INTO public.transactions (id, from_account_id, to_account_id, amount, currency,
            status, initiated_at, completed_at, note, initiated_by, payer_balance_after,
            payer_sequence, payee_sequence, batch_id)
        SELECT r.id, p_payer.id, r.payee_id, r.amount, p_payer.currency, 'COMPLETED', p_at, p_at,
            r.note, p_actor, p_payer.balance - r.paid, p_payer.last_sequence + r.position,
            r.payee_sequence, p_batch_id
        FROM rows AS r ORDER BY r.position
        ON CONFLICT DO NOTHING
        RETURNING id
    ), entered AS (
        INSERT INTO public.ledger_entries (account_id, sequence, transaction_id, leg, amount,
            balance_after, created_at, kind, counterparty, note)
        SELECT p_payer.id, p_payer.last_sequence + r.position, r.id, 1, -r.amount,
            p_payer.balance - r.paid, p_at, 'BATCH', r.payer_sees, r.note
        FROM rows AS r
        UNION ALL
        SELECT r.payee_id, r.payee_sequence, r.id, 1, r.amount, r.payee_balance, p_at, 'BATCH',
            r.payee_sees, r.note
        FROM rows AS r
    ), credited AS (
        UPDATE public.accounts AS a
        SET balance = t.balance, last_sequence = t.last_sequence, last_entry_at = p_at
        FROM (SELECT r.payee_id, max(r.payee_balance) AS balance,
                max(r.payee_sequence) AS last_sequence
            FROM rows AS r GROUP BY r.payee_id) AS t
        WHERE a.id = t.payee_id
    ), told AS (
        INSERT INTO public.notifications (user_id, type, message, event, transaction_id, details)
        SELECT r.user_id, 'IN_APP', format('You received %s %s from %s.',
            to_char(r.amount, 'FM9,999,999,999,999,990.00'), p_payer.currency, r.payee_sees),
            'payment_received', r.id,
            jsonb_build_object('amount', r.amount::text, 'currency', p_payer.currency,
                'counterparty', r.payee_sees, 'note', r.note)
        FROM rows AS r WHERE r.user_id <> p_payer.user_id
    ), logged AS (
        INSERT INTO public.audit_logs (service, event, payload, actor, session_id)
        SELECT 'payment', 'transfer', jsonb_build_object('transaction_id', r.id,
            'batch_id', p_batch_id, 'from_account_id', p_payer.id, 'to_account_id', r.payee_id,
            'amount', r.amount, 'currency', p_payer.currency), p_actor, p_session_id
        FROM rows AS r ORDER BY r.position
    )
    SELECT count(*) INTO v_written FROM made;
    IF v_written <> cardinality(p_ids) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP206', MESSAGE = 'id_reused';
    END IF;
END
$$;
