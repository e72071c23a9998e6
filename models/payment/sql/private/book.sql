-- Makes a payment, whole: tells both sides and the log, moves the money, writes both legs and claims its id
-- or, where it was held before (`p_is_new` false), completes it.
-- Leg 1 is the amount, from payer to payee; leg 2 the fee, from the payer to a fee account or, where it is
-- negative, back from there to the payee (a reversal). Each leg is a pair of entries that sums to zero.
-- The payer has its turn (private.take_turn); neither row need be locked (`p_is_locked`). Rows are locked as
-- their money moves, after all that can be done without them, so that payers of one payee hardly wait for each
-- other: one statement moves the money, enters it and notes the payment, as it is made ready before it begins.
-- Lower id first, then the fee account: a row costs so much that Postgres looks the accounts up one by one, in
-- the order of the rows they are joined with. The payer's counters become what is given.
-- What a row is to say is worked out in variables of its columns' types: a statement prepares every
-- expression in it each time, a cast to varchar(140) too, which costs more than the row.
-- Whose caller will flush (`p_will_flush`) queues for the payee before it moves the money, after its own turn and
-- before any row, so that no circle can form; who had to wait there does not wait for the disk as well, while
-- others wait for it: the outcome says `awaits_flush`.
-- Raises IP007 changed_meanwhile where an account was frozen, released or closed since it was read, and where
-- the id was claimed by somebody else at the same time: nothing is done.
CREATE FUNCTION private.book(
    p_is_new boolean, p_id uuid, p_kind text, p_payer_id uuid, p_payer_user_id uuid, p_payee_id uuid,
    p_payee_user_id uuid, p_payer_sees text, p_payee_sees text, p_is_locked boolean,
    p_fee_account_id uuid, p_amount numeric, p_currency text, p_fee numeric, p_note text,
    p_at timestamp, p_actor uuid, p_session_id uuid, p_spent_on date, p_spent_day numeric,
    p_spent_month numeric, p_original_id uuid, p_will_flush boolean DEFAULT false
) RETURNS private.outcome
LANGUAGE plpgsql VOLATILE
SET cpu_tuple_cost = 1000
SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
    v_is_charged boolean := p_fee > 0;
    v_is_returned boolean := p_fee < 0;
    v_is_lower boolean := p_payer_id < p_payee_id;
    v_currency char(3) := p_currency;
    v_note varchar(140) := p_note;
    v_payer_sees varchar(120) := p_payer_sees;
    v_payee_sees varchar(120) := p_payee_sees;
    v_amount numeric(18, 2) := p_amount;
    v_taken numeric(18, 2) := -p_amount;
    v_fee numeric(18, 2) := p_fee;
    v_returned numeric(18, 2) := -p_fee;
    v_kind varchar(20) := p_kind;
    v_fee_kind varchar(20) := CASE WHEN p_fee > 0 THEN 'FEE' ELSE 'FEE_RETURNED' END;
    v_balance numeric;
    v_is_told boolean;
    v_awaits_flush boolean;
BEGIN
    IF p_kind = 'TRANSFER' THEN
        v_is_told := private.tell_payment(p_id, p_payer_id, p_payer_user_id, p_payee_id,
            p_payee_user_id, v_amount, p_currency, p_fee, p_note, p_at, p_payer_sees, p_payee_sees,
            p_actor, p_session_id);
    ELSIF p_kind = 'REVERSAL' THEN
        v_is_told := private.tell_reversal(p_id, p_payer_id, p_payer_user_id, p_payee_id,
            p_payee_user_id, v_amount, p_currency, p_fee, p_at, p_payer_sees, p_payee_sees, p_actor,
            p_session_id, p_original_id);
    ELSE
        v_is_told := private.tell_cash(p_id, p_kind, p_payer_id, p_payer_user_id, p_payee_id,
            p_payee_user_id, v_amount, p_currency, p_fee, p_note, p_at, p_payer_sees, p_payee_sees,
            p_actor, p_session_id, p_original_id);
    END IF;

    IF p_will_flush AND NOT p_is_locked
        AND NOT pg_try_advisory_xact_lock(uuid_hash_extended(p_payee_id, 3)) THEN
        PERFORM pg_advisory_xact_lock(uuid_hash_extended(p_payee_id, 3)),
            set_config('synchronous_commit', 'off', true);
        v_awaits_flush := true;
    END IF;

    WITH moved AS (
        UPDATE public.accounts AS a
        SET balance = a.balance
                + CASE WHEN d.pays THEN v_taken WHEN d.gets THEN v_amount ELSE v_fee END
                + CASE WHEN d.is_twice THEN v_returned ELSE 0 END,
            last_sequence = a.last_sequence + CASE WHEN d.is_twice THEN 2 ELSE 1 END,
            last_entry_at = greatest(a.last_entry_at, p_at),
            spent_on = CASE WHEN d.pays THEN p_spent_on ELSE a.spent_on END,
            spent_day = CASE WHEN d.pays THEN p_spent_day ELSE a.spent_day END,
            spent_month = CASE WHEN d.pays THEN p_spent_month ELSE a.spent_month END
        FROM (VALUES
            (CASE WHEN v_is_lower THEN p_payer_id ELSE p_payee_id END, v_is_lower, NOT v_is_lower,
                CASE WHEN v_is_lower THEN v_is_charged ELSE v_is_returned END),
            (CASE WHEN v_is_lower THEN p_payee_id ELSE p_payer_id END, NOT v_is_lower, v_is_lower,
                CASE WHEN v_is_lower THEN v_is_returned ELSE v_is_charged END),
            (CASE WHEN v_is_charged OR v_is_returned THEN p_fee_account_id END, false, false, false)
        ) AS d (id, pays, gets, is_twice)
        WHERE a.id = d.id AND a.closed_at IS NULL AND (p_is_locked OR a.frozen IS NULL)
        RETURNING a.id, d.pays, d.gets, d.is_twice, a.balance, a.last_sequence, a.last_entry_at
    ), entered AS (
        INSERT INTO public.ledger_entries (account_id, sequence, transaction_id, leg, amount,
            balance_after, created_at, kind, counterparty, note)
        SELECT m.id, m.last_sequence - CASE WHEN m.is_twice THEN 1 ELSE 0 END, p_id,
            CASE WHEN m.pays OR m.gets THEN 1::smallint ELSE 2::smallint END,
            CASE WHEN m.pays THEN v_taken WHEN m.gets THEN v_amount ELSE v_fee END,
            CASE WHEN m.is_twice THEN m.balance + v_fee ELSE m.balance END, m.last_entry_at,
            CASE WHEN NOT m.pays AND NOT m.gets THEN v_fee_kind ELSE v_kind END,
            CASE WHEN m.pays OR (v_is_returned AND NOT m.gets) THEN v_payer_sees
                ELSE v_payee_sees END,
            CASE WHEN m.pays OR m.gets THEN v_note ELSE ''::varchar(140) END
        FROM moved AS m
        UNION ALL
        SELECT m.id, m.last_sequence, p_id, 2::smallint, v_returned, m.balance, m.last_entry_at,
            v_fee_kind, 'FEES'::varchar(120), ''::varchar(140)
        FROM moved AS m
        WHERE m.is_twice
    )
    INSERT INTO public.transactions AS t (id, from_account_id, to_account_id, amount, currency,
        status, initiated_at, completed_at, kind, note, fee, fee_account_id, initiated_by,
        payer_balance_after, payer_sequence, payee_sequence, original_id)
    SELECT p_id, p_payer_id, p_payee_id, v_amount, v_currency, 'COMPLETED', p_at, p_at,
        v_kind, v_note, CASE WHEN v_is_charged THEN v_fee ELSE 0::numeric(18, 2) END,
        f.id, p_actor, r.balance,
        r.last_sequence - CASE WHEN v_is_charged THEN 1 ELSE 0 END,
        e.last_sequence - CASE WHEN v_is_returned THEN 1 ELSE 0 END, p_original_id
    FROM moved AS r
    JOIN moved AS e ON e.gets
    LEFT JOIN moved AS f ON NOT f.pays AND NOT f.gets
    WHERE r.pays AND (f.id IS NOT NULL OR NOT v_is_charged AND NOT v_is_returned)
    ON CONFLICT (id) DO UPDATE
    SET status = excluded.status, completed_at = excluded.completed_at,
        fee_account_id = excluded.fee_account_id,
        payer_balance_after = excluded.payer_balance_after,
        payer_sequence = excluded.payer_sequence, payee_sequence = excluded.payee_sequence
    WHERE NOT p_is_new AND t.status = 'PENDING'
    RETURNING t.payer_balance_after INTO v_balance;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP007', MESSAGE = 'changed_meanwhile';
    END IF;
    RETURN ROW('COMPLETED', NULL, p_at, v_balance,
        CASE WHEN v_is_charged THEN v_fee ELSE 0.00 END, v_awaits_flush)::private.outcome;
END
$$;
