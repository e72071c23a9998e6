-- Moves money between two accounts whose rows the caller has locked, and writes the pair of entries
-- of this leg. Returns the payer's new balance.
CREATE FUNCTION private.post(
    p_transaction_id uuid, p_leg smallint, p_payer_id uuid, p_payee_id uuid, p_amount numeric,
    p_kind text, p_payer_sees text, p_payee_sees text, p_note text, p_at timestamp
) RETURNS numeric
LANGUAGE sql VOLATILE
AS $$
    WITH moved AS (
        UPDATE public.accounts AS a
        SET balance = a.balance + CASE WHEN a.id = p_payer_id THEN -p_amount ELSE p_amount END,
            last_sequence = a.last_sequence + 1
        WHERE a.id IN (p_payer_id, p_payee_id)
        RETURNING a.id, a.balance, a.last_sequence
    ), entered AS (
        INSERT INTO public.ledger_entries (account_id, sequence, transaction_id, leg, amount,
            balance_after, created_at, kind, counterparty, note)
        SELECT m.id, m.last_sequence, p_transaction_id, p_leg,
            CASE WHEN m.id = p_payer_id THEN -p_amount ELSE p_amount END, m.balance, p_at, p_kind,
            CASE WHEN m.id = p_payer_id THEN p_payer_sees ELSE p_payee_sees END, p_note
        FROM moved AS m
    )
    SELECT m.balance FROM moved AS m WHERE m.id = p_payer_id
$$;
