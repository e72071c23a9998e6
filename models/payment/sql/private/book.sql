-- Makes a payment between accounts whose rows the caller has locked, whole: claims its id (where it is
-- new), moves the money, writes both legs, the two notices, the payee as known, and the log. Leg 1 is
-- the amount, from payer to payee; leg 2 the fee, from the payer to a fee account or, where it is
-- negative, back from there to the payee (a reversal). Each leg is a pair of entries that sums to zero.
-- The fee account is locked by its update, after everything else, so that whoever holds it waits for
-- nothing more.
-- `p_released` leaves the payer's holds; its counters become what is given. Whoever pays between own
-- accounts gets one notice, the bank none. False where the id had been claimed before: then nothing is
-- done.
-- One statement: what each costs before it touches its first row is most of what it costs (a payment
-- took a quarter longer with six).
CREATE FUNCTION private.book(
    p_is_new boolean, p_id uuid, p_kind text, p_payer public.accounts, p_payee public.accounts,
    p_fee_account_id uuid, p_amount numeric, p_fee numeric, p_released numeric,
    p_note text, p_at timestamp, p_actor uuid, p_session_id uuid, p_spent_on date,
    p_spent_day numeric, p_spent_month numeric, p_original_id uuid
) RETURNS boolean
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    WITH claim AS (
        INSERT INTO public.transactions (id, from_account_id, to_account_id, amount, currency,
            status, initiated_at, completed_at, kind, note, fee, fee_account_id, initiated_by,
            payer_balance_after, payer_sequence, payee_sequence)
        SELECT p_id, p_payer.id, p_payee.id, p_amount, p_payer.currency, 'COMPLETED', p_at, p_at,
            p_kind, p_note, greatest(p_fee, 0), p_fee_account_id, p_actor,
            p_payer.balance - p_amount - greatest(p_fee, 0), p_payer.last_sequence + 1,
            p_payee.last_sequence + 1
        WHERE p_is_new
        ON CONFLICT (id) DO NOTHING
        RETURNING id
    ), names AS MATERIALIZED (
        SELECT
            CASE WHEN p_payee.user_id IS NULL THEN p_payee.kind
                WHEN p_payee.user_id = p_payer.user_id THEN coalesce(p_payee.name, p_payee.iban)
                ELSE (SELECT private.masked_name(h.full_name) FROM public.holders AS h
                    WHERE h.user_id = p_payee.user_id) END AS payer_sees,
            CASE WHEN p_payer.user_id IS NULL THEN p_payer.kind
                WHEN p_payer.user_id = p_payee.user_id THEN coalesce(p_payer.name, p_payer.iban)
                ELSE (SELECT private.masked_name(h.full_name) FROM public.holders AS h
                    WHERE h.user_id = p_payer.user_id) END AS payee_sees,
            to_char(p_amount, 'FM9,999,999,999,999,990.00') || ' ' || p_payer.currency AS money
        FROM (SELECT FROM claim UNION ALL SELECT WHERE NOT p_is_new) AS go
    ), moved AS (
        UPDATE public.accounts AS a
        SET balance = a.balance + d.amount, last_sequence = a.last_sequence + d.entries,
            last_entry_at = greatest(a.last_entry_at, p_at), held = a.held - d.released,
            spent_on = d.spent_on, spent_day = d.spent_day, spent_month = d.spent_month
        FROM names AS n CROSS JOIN LATERAL (VALUES
            (p_payer.id, -p_amount - greatest(p_fee, 0), CASE WHEN p_fee > 0 THEN 2 ELSE 1 END,
                p_released, p_spent_on, p_spent_day, p_spent_month),
            (p_payee.id, p_amount - least(p_fee, 0), CASE WHEN p_fee < 0 THEN 2 ELSE 1 END, 0,
                p_payee.spent_on, p_payee.spent_day, p_payee.spent_month),
            (p_fee_account_id, p_fee, 1, 0, NULL, 0, 0)
        ) AS d (id, amount, entries, released, spent_on, spent_day, spent_month)
        WHERE a.id = d.id
        RETURNING a.id, a.balance, a.last_sequence, a.last_entry_at
    ), entered AS (
        INSERT INTO public.ledger_entries (account_id, sequence, transaction_id, leg, amount,
            balance_after, created_at, kind, counterparty, note)
        SELECT e.account_id, e.sequence, p_id, e.leg, e.amount, e.balance_after, p_at, e.kind,
            e.counterparty, e.note
        FROM names AS n CROSS JOIN LATERAL (VALUES
            (p_payer.id, p_payer.last_sequence + 1, 1, -p_amount, p_payer.balance - p_amount,
                p_kind, n.payer_sees, p_note),
            (p_payee.id, p_payee.last_sequence + 1, 1, p_amount, p_payee.balance + p_amount,
                p_kind, n.payee_sees, p_note),
            (CASE WHEN p_fee > 0 THEN p_payer.id ELSE p_payee.id END,
                CASE WHEN p_fee > 0 THEN p_payer.last_sequence ELSE p_payee.last_sequence END + 2,
                2, -p_fee,
                CASE WHEN p_fee > 0 THEN p_payer.balance - p_amount
                    ELSE p_payee.balance + p_amount END - p_fee,
                CASE WHEN p_fee > 0 THEN 'FEE' ELSE 'FEE_RETURNED' END, 'FEES', '')
        ) AS e (account_id, sequence, leg, amount, balance_after, kind, counterparty, note)
        WHERE e.leg = 1 OR p_fee <> 0
        UNION ALL
        -- A fee without an account to go to has nothing to stand in its entry, and nothing is done.
        SELECT m.id, m.last_sequence, p_id, 2, p_fee, m.balance, m.last_entry_at,
            CASE WHEN p_fee > 0 THEN 'FEE' ELSE 'FEE_RETURNED' END,
            CASE WHEN p_fee > 0 THEN n.payee_sees ELSE n.payer_sees END, ''
        FROM names AS n LEFT JOIN moved AS m ON m.id = p_fee_account_id
        WHERE p_fee <> 0
    ), told AS (
        -- Ids that follow from the payment's: where a server has no OpenSSL, a random one has it open
        -- a file each time.
        INSERT INTO public.notifications (id, user_id, type, message, event, transaction_id,
            details)
        SELECT encode(substr(sha256(uuid_send(p_id) || convert_to(t.event, 'UTF8')), 1, 16), 'hex')::uuid,
            t.user_id, 'IN_APP', t.message, t.event, p_id,
            jsonb_build_object('amount', p_amount::text, 'currency', p_payer.currency,
                'counterparty', t.counterparty, 'note', p_note)
        FROM names AS n CROSS JOIN LATERAL (VALUES
            (p_payer.user_id, p_kind = 'TRANSFER', 'payment_sent', n.payer_sees,
                'You sent ' || n.money || ' to ' || n.payer_sees || '.'),
            (p_payee.user_id, p_kind = 'TRANSFER' AND p_payer.user_id <> p_payee.user_id,
                'payment_received', n.payee_sees,
                'You received ' || n.money || ' from ' || n.payee_sees || '.'),
            (p_payer.user_id, p_kind = 'REVERSAL' AND p_payer.user_id IS NOT NULL,
                'payment_taken_back', n.payer_sees,
                'A payment of ' || n.money || ' to you was taken back.'),
            (p_payee.user_id, p_kind = 'REVERSAL', 'payment_returned', n.payee_sees,
                'A payment of ' || n.money || ' came back to you.')
        ) AS t (user_id, is_due, event, counterparty, message)
        WHERE t.is_due
    ), known AS (
        INSERT INTO public.known_payees (user_id, account_id, first_paid_at)
        SELECT p_payer.user_id, p_payee.id, p_at FROM names AS n WHERE p_kind = 'TRANSFER'
        ON CONFLICT DO NOTHING
    )
    INSERT INTO public.audit_logs (service, event, payload, actor, session_id)
    SELECT 'payment', lower(p_kind),
        jsonb_strip_nulls(jsonb_build_object('transaction_id', p_id, 'from_account_id', p_payer.id,
            'to_account_id', p_payee.id, 'amount', p_amount, 'currency', p_payer.currency,
            'fee', p_fee, 'original_id', p_original_id)),
        p_actor, p_session_id
    FROM names AS n;
    RETURN FOUND;
END
$$;
