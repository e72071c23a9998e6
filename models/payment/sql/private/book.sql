-- Makes a payment between accounts whose rows the caller has locked, whole: claims its id (where it is
-- new), moves the money, writes both legs, the notices, the payee as known, and the log. Leg 1 is the
-- amount, from payer to payee; leg 2 the fee, from the payer to a fee account or, where it is negative,
-- back from there to the payee (a reversal). Each leg is a pair of entries that sums to zero.
-- The fee account is locked by its update, after everything else, so that whoever holds it waits for
-- nothing more; a fee without an account to go to has nothing to stand in its entry, and nothing is done.
-- `p_released` leaves the payer's holds; its counters become what is given. False where the id had been
-- claimed before: then nothing is done.
-- What a row is to say is worked out before its statement, in variables of its columns' types: a statement
-- prepares every expression in it each time, a cast to varchar(140) too, which costs more than the row.
CREATE FUNCTION private.book(
    p_is_new boolean, p_id uuid, p_kind text, p_payer public.accounts, p_payee public.accounts,
    p_fee_account_id uuid, p_amount numeric, p_fee numeric, p_released numeric,
    p_note text, p_at timestamp, p_actor uuid, p_session_id uuid, p_spent_on date,
    p_spent_day numeric, p_spent_month numeric, p_original_id uuid
) RETURNS boolean
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_kind varchar(20) := p_kind;
    v_note varchar(140) := p_note;
    v_payer_sees varchar(120) := private.counterparty_name(p_payee, p_payer.user_id);
    v_payee_sees varchar(120) := private.counterparty_name(p_payer, p_payee.user_id);
    v_payer_sequence bigint := p_payer.last_sequence + 1;
    v_payee_sequence bigint := p_payee.last_sequence + 1;
    v_amount numeric(18, 2) := p_amount;
    v_taken numeric(18, 2) := -p_amount;
    v_payer_after numeric(18, 2) := p_payer.balance - p_amount;
    v_payee_after numeric(18, 2) := p_payee.balance + p_amount;
    v_payer_moved numeric := v_taken;
    v_payee_moved numeric := p_amount;
    v_payer_entries integer := 1;
    v_payee_entries integer := 1;
    v_fee numeric(18, 2) := p_fee;
    -- The customer's side of leg 2.
    v_side_id uuid;
    v_side_name varchar(120);
    v_side_sequence bigint;
    v_side_fee numeric(18, 2);
    v_side_after numeric(18, 2);
    v_fee_kind varchar(20);
    v_fees record;
BEGIN
    IF p_fee <> 0 THEN
        v_side_fee := -p_fee;
        IF p_fee > 0 THEN
            v_fee_kind := 'FEE';
            v_side_id := p_payer.id;
            v_side_name := v_payee_sees;
            v_side_sequence := v_payer_sequence + 1;
            v_side_after := v_payer_after - p_fee;
            v_payer_moved := v_taken - p_fee;
            v_payer_entries := 2;
        ELSE
            v_fee_kind := 'FEE_RETURNED';
            v_side_id := p_payee.id;
            v_side_name := v_payer_sees;
            v_side_sequence := v_payee_sequence + 1;
            v_side_after := v_payee_after - p_fee;
            v_payee_moved := p_amount - p_fee;
            v_payee_entries := 2;
        END IF;
    END IF;
    IF p_is_new THEN
        INSERT INTO public.transactions (id, from_account_id, to_account_id, amount, currency,
            status, initiated_at, completed_at, kind, note, fee, fee_account_id, initiated_by,
            payer_balance_after, payer_sequence, payee_sequence)
        VALUES (p_id, p_payer.id, p_payee.id, v_amount, p_payer.currency, 'COMPLETED', p_at, p_at,
            v_kind, v_note, greatest(v_fee, 0), p_fee_account_id, p_actor,
            p_payer.balance + v_payer_moved,
            v_payer_sequence, v_payee_sequence)
        ON CONFLICT (id) DO NOTHING;
        IF NOT FOUND THEN
            RETURN false;
        END IF;
    END IF;
    WITH moved AS (
        UPDATE public.accounts AS a
        SET balance = a.balance + d.amount, last_sequence = a.last_sequence + d.entries,
            last_entry_at = greatest(a.last_entry_at, p_at), held = a.held - d.released,
            spent_on = d.spent_on, spent_day = d.spent_day, spent_month = d.spent_month
        FROM (VALUES
            (p_payer.id, v_payer_moved, v_payer_entries, p_released, p_spent_on, p_spent_day,
                p_spent_month),
            (p_payee.id, v_payee_moved, v_payee_entries, 0, p_payee.spent_on, p_payee.spent_day,
                p_payee.spent_month),
            (p_fee_account_id, p_fee, 1, 0, NULL, 0, 0)
        ) AS d (id, amount, entries, released, spent_on, spent_day, spent_month)
        WHERE a.id = d.id
        RETURNING a.id, a.balance, a.last_sequence, a.last_entry_at
    )
    SELECT m.balance, m.last_sequence, m.last_entry_at INTO v_fees
    FROM moved AS m WHERE m.id = p_fee_account_id;
    INSERT INTO public.ledger_entries (account_id, sequence, transaction_id, leg, amount,
        balance_after, created_at, kind, counterparty, note)
    SELECT e.account_id, e.sequence, p_id, e.leg, e.amount, e.balance_after, e.created_at, e.kind,
        e.counterparty, e.note
    FROM (VALUES
        (p_payer.id, v_payer_sequence, 1::smallint, v_taken, v_payer_after, p_at, v_kind, v_payer_sees,
            v_note),
        (p_payee.id, v_payee_sequence, 1::smallint, v_amount, v_payee_after, p_at, v_kind,
            v_payee_sees, v_note),
        (v_side_id, v_side_sequence, 2::smallint, v_side_fee, v_side_after, p_at, v_fee_kind,
            'FEES'::varchar(120), ''::varchar(140)),
        (p_fee_account_id, v_fees.last_sequence, 2::smallint, v_fee, v_fees.balance::numeric(18,2),
            v_fees.last_entry_at, v_fee_kind, v_side_name, ''::varchar(140))
    ) AS e (account_id, sequence, leg, amount, balance_after, created_at, kind, counterparty, note)
    WHERE e.leg = 1 OR p_fee <> 0;
    IF p_kind = 'TRANSFER' THEN
        INSERT INTO public.known_payees (user_id, account_id, first_paid_at)
        VALUES (p_payer.user_id, p_payee.id, p_at) ON CONFLICT DO NOTHING;
    END IF;
    RETURN private.tell_payment(p_id, p_payer.id, p_payer.user_id, p_payee.id, p_payee.user_id,
        p_amount, p_payer.currency, p_fee, p_note, p_at, v_payer_sees, v_payee_sees, p_actor,
        p_session_id, p_original_id);
END
$$;
