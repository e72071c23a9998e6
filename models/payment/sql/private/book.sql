-- Makes a payment, whole: tells both sides and the log, moves the money, writes both legs and claims its id
-- or, where it was held before (`p_is_new` false), completes it.
-- Leg 1 is the amount, from payer to payee; leg 2 the fee, from the payer to a fee account or, where it is
-- negative, back from there to the payee (a reversal). Each leg is a pair of entries that sums to zero.
-- The payer has its turn (private.take_turn); neither row need be locked. Rows are locked as their money
-- moves, after all that can be done without them, so that payers of one payee hardly wait for each other.
-- Lower id first, then the fee account: the settings have Postgres look the accounts up one by one, in the
-- order of the rows they are joined with. The payer's counters become what is given.
-- What a row is to say is worked out in variables of its columns' types: a statement prepares every
-- expression in it each time, a cast to varchar(140) too, which costs more than the row.
-- Raises IP007 changed_meanwhile where an account was frozen, released or closed since it was read, and where
-- the id was claimed by somebody else at the same time: nothing is done.
CREATE FUNCTION private.book(
    p_is_new boolean, p_id uuid, p_kind text, p_payer public.accounts, p_payee public.accounts,
    p_fee_account_id uuid, p_amount numeric, p_fee numeric, p_note text, p_at timestamp,
    p_actor uuid, p_session_id uuid, p_spent_on date, p_spent_day numeric, p_spent_month numeric,
    p_original_id uuid
) RETURNS private.outcome
LANGUAGE plpgsql VOLATILE
SET enable_seqscan = off
SET enable_hashjoin = off
SET enable_mergejoin = off
SET cpu_index_tuple_cost = 1000
AS $$
DECLARE
    v_is_charged boolean := p_fee > 0;
    v_is_returned boolean := p_fee < 0;
    v_kind varchar(20) := p_kind;
    v_note varchar(140) := p_note;
    v_payer_sees varchar(120) := private.counterparty_name(p_payee, p_payer.user_id);
    v_payee_sees varchar(120) := private.counterparty_name(p_payer, p_payee.user_id);
    v_amount numeric(18, 2) := p_amount;
    v_taken numeric(18, 2) := -p_amount;
    v_fee numeric(18, 2) := p_fee;
    v_returned numeric(18, 2) := -p_fee;
    v_after private.standing;
BEGIN
    IF v_kind NOT IN ('TRANSFER', 'REVERSAL') THEN
        PERFORM private.tell_cash(p_id, p_kind, p_payer, p_payee, p_amount, p_fee, p_note, p_at, p_actor,
            p_session_id, p_original_id);
    ELSIF p_original_id IS NULL THEN
        PERFORM private.tell_payment(p_id, p_payer.id, p_payer.user_id, p_payee.id, p_payee.user_id,
            p_amount, p_payer.currency, p_fee, p_note, p_at, v_payer_sees, v_payee_sees, p_actor,
            p_session_id);
    ELSE
        PERFORM private.tell_reversal(p_id, p_payer, p_payee, p_amount, p_fee, p_at, v_payer_sees,
            v_payee_sees, p_actor, p_session_id, p_original_id);
    END IF;

    WITH moved AS (
        UPDATE public.accounts AS a
        SET balance = a.balance + d.amount + d.fee, last_sequence = a.last_sequence + d.entries,
            last_entry_at = greatest(a.last_entry_at, p_at),
            spent_on = CASE WHEN d.pays THEN p_spent_on ELSE a.spent_on END,
            spent_day = CASE WHEN d.pays THEN p_spent_day ELSE a.spent_day END,
            spent_month = CASE WHEN d.pays THEN p_spent_month ELSE a.spent_month END
        FROM (SELECT v.* FROM (VALUES
                (1, p_payer.id, p_payer.frozen, v_taken,
                    CASE WHEN v_is_charged THEN v_returned ELSE 0 END,
                    CASE WHEN v_is_charged THEN 2 ELSE 1 END, true),
                (1, p_payee.id, p_payee.frozen, v_amount,
                    CASE WHEN v_is_returned THEN v_returned ELSE 0 END,
                    CASE WHEN v_is_returned THEN 2 ELSE 1 END, false),
                (2, p_fee_account_id, NULL, v_fee, 0, 1, false)
            ) AS v (turn, id, frozen, amount, fee, entries, pays) ORDER BY v.turn, v.id) AS d
        WHERE a.id = d.id AND a.frozen IS NOT DISTINCT FROM d.frozen AND a.closed_at IS NULL
        RETURNING a.id, a.balance, a.balance - d.fee AS first_balance, a.last_sequence,
            a.last_sequence - d.entries + 1 AS first_sequence, a.last_entry_at
    )
    SELECT r.balance, r.first_balance, r.last_sequence, r.first_sequence, r.last_entry_at,
        e.balance, e.first_balance, e.last_sequence, e.first_sequence, e.last_entry_at,
        f.balance, f.last_sequence, f.last_entry_at
    INTO v_after
    FROM moved AS r
    JOIN moved AS e ON e.id = p_payee.id
    LEFT JOIN moved AS f ON f.id = p_fee_account_id
    WHERE r.id = p_payer.id;
    IF NOT FOUND OR ((v_is_charged OR v_is_returned) AND v_after.fees_sequence IS NULL) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP007', MESSAGE = 'changed_meanwhile';
    END IF;
    INSERT INTO public.ledger_entries (account_id, sequence, transaction_id, leg, amount,
        balance_after, created_at, kind, counterparty, note)
    SELECT e.account_id, e.sequence, p_id, e.leg, e.amount, e.balance_after, e.created_at, e.kind,
        e.counterparty, e.note
    FROM (VALUES
        (p_payer.id, p_payer.id, v_after.payer_sequence, 1::smallint, v_taken,
            v_after.payer_first_balance, v_after.payer_at, v_kind, v_payer_sees, v_note),
        (p_payee.id, p_payee.id, v_after.payee_sequence, 1::smallint, v_amount,
            v_after.payee_first_balance, v_after.payee_at, v_kind, v_payee_sees, v_note),
        (CASE WHEN v_is_charged THEN p_payer.id WHEN v_is_returned THEN p_payee.id END,
            CASE WHEN v_is_charged THEN p_payer.id ELSE p_payee.id END,
            CASE WHEN v_is_charged THEN v_after.payer_last_sequence
                ELSE v_after.payee_last_sequence END,
            2::smallint, v_returned,
            CASE WHEN v_is_charged THEN v_after.payer_balance ELSE v_after.payee_balance END,
            CASE WHEN v_is_charged THEN v_after.payer_at ELSE v_after.payee_at END,
            CASE WHEN v_is_charged THEN 'FEE'::varchar(20) ELSE 'FEE_RETURNED'::varchar(20) END,
            'FEES'::varchar(120), ''::varchar(140)),
        (CASE WHEN v_is_charged THEN p_payer.id WHEN v_is_returned THEN p_payee.id END,
            p_fee_account_id, v_after.fees_sequence, 2::smallint, v_fee, v_after.fees_balance,
            v_after.fees_at,
            CASE WHEN v_is_charged THEN 'FEE'::varchar(20) ELSE 'FEE_RETURNED'::varchar(20) END,
            CASE WHEN v_is_charged THEN v_payee_sees ELSE v_payer_sees END, ''::varchar(140))
    ) AS e (whose_fee, account_id, sequence, leg, amount, balance_after, created_at, kind,
        counterparty, note)
    WHERE e.whose_fee IS NOT NULL;
    IF p_is_new THEN
        INSERT INTO public.transactions (id, from_account_id, to_account_id, amount, currency,
            status, initiated_at, completed_at, kind, note, fee, fee_account_id, initiated_by,
            payer_balance_after, payer_sequence, payee_sequence, original_id)
        VALUES (p_id, p_payer.id, p_payee.id, v_amount, p_payer.currency, 'COMPLETED', p_at, p_at,
            v_kind, v_note, CASE WHEN v_is_charged THEN v_fee ELSE 0::numeric(18, 2) END,
            p_fee_account_id, p_actor, v_after.payer_balance, v_after.payer_sequence,
            v_after.payee_sequence, p_original_id)
        ON CONFLICT (id) DO NOTHING;
    ELSE
        UPDATE public.transactions AS t
        SET status = 'COMPLETED', completed_at = p_at, fee_account_id = p_fee_account_id,
            payer_balance_after = v_after.payer_balance, payer_sequence = v_after.payer_sequence,
            payee_sequence = v_after.payee_sequence
        WHERE t.id = p_id AND t.status = 'PENDING';
    END IF;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP007', MESSAGE = 'changed_meanwhile';
    END IF;
    RETURN ROW('COMPLETED', NULL, p_at, v_after.payer_balance,
        CASE WHEN v_is_charged THEN v_fee ELSE 0.00 END)::private.outcome;
END
$$;
