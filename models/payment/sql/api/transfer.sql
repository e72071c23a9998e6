-- A payment: one call, one transaction, exactly once by the payer's own id. The same id with the same
-- content, by the same person, answers with the first outcome.
-- A refusal for lack of money is an outcome: it is recorded as FAILED with its code. Malformed and
-- unauthorised calls raise and change nothing:
-- IP001..IP003 (token), IP005, IP201 amount_invalid, IP202 payee_unknown, IP203 account_unknown,
-- IP204 payee_is_payer, IP205 currency_differs, IP206 id_reused, IP207 note_invalid.
CREATE FUNCTION api.transfer(
    p_token text, p_id uuid, p_payer_id uuid, p_payee_id uuid, p_amount numeric, p_currency text,
    p_note text
) RETURNS TABLE (status text, failure_code text, decided_at timestamp, balance_after numeric)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller record;
    v_payer public.accounts;
    v_payee public.accounts;
    v_swap public.accounts;
    v_first public.transactions;
    v_payer_sees text;
    v_payee_sees text;
BEGIN
    PERFORM private.refuse_started_transaction();
    v_caller := private.caller(p_token);
    PERFORM private.check_payment(
        v_caller.user_id, p_id, p_payer_id, p_payee_id, p_amount, p_currency, p_note);
    -- The same amount with zeros behind it would be kept with them wherever no column rounds.
    p_amount := round(p_amount, 2);

    -- Both rows, one statement each, lower id first: whoever comes second waits, nobody deadlocks.
    SELECT a.* INTO v_payer FROM public.accounts AS a
    WHERE a.id = least(p_payer_id, p_payee_id) FOR NO KEY UPDATE;
    SELECT a.* INTO v_payee FROM public.accounts AS a
    WHERE a.id = greatest(p_payer_id, p_payee_id) FOR NO KEY UPDATE;
    IF p_payer_id > p_payee_id THEN
        v_swap := v_payer; v_payer := v_payee; v_payee := v_swap;
    END IF;

    -- The verdict, from rows that nobody else can change now.
    decided_at := private.utc_now();
    failure_code := CASE
        WHEN v_payer.balance - v_payer.held < p_amount THEN 'insufficient_funds'
        WHEN v_payee.balance + p_amount > 9999999999999999.99 THEN 'payee_cannot_receive'
    END;
    status := CASE WHEN failure_code IS NULL THEN 'COMPLETED' ELSE 'FAILED' END;
    balance_after := CASE WHEN failure_code IS NULL THEN v_payer.balance - p_amount END;

    -- The claim: of any number of calls with one id, one gets past this line.
    INSERT INTO public.transactions AS t (id, from_account_id, to_account_id, amount, currency,
        status, initiated_at, completed_at, note, initiated_by, failure_code, payer_balance_after)
    VALUES (p_id, p_payer_id, p_payee_id, p_amount, p_currency, transfer.status, decided_at,
        decided_at, p_note, v_caller.user_id, transfer.failure_code, balance_after)
    ON CONFLICT (id) DO NOTHING;
    IF NOT FOUND THEN
        v_first := private.repeated_outcome(p_id, v_caller.user_id, p_payer_id, p_payee_id,
            p_amount, p_currency, p_note);
        status := v_first.status;
        failure_code := v_first.failure_code;
        decided_at := v_first.completed_at;
        balance_after := v_first.payer_balance_after;
        RETURN NEXT;
        RETURN;
    END IF;

    IF failure_code IS NULL THEN
        v_payer_sees := private.counterparty_name(v_payee, v_payer.user_id);
        v_payee_sees := private.counterparty_name(v_payer, v_payee.user_id);
        balance_after := private.post(p_id, 1::smallint, p_payer_id, p_payee_id, p_amount,
            'TRANSFER', v_payer_sees, v_payee_sees, p_note, decided_at);
        PERFORM private.notify_payment(
            p_id, v_payer, v_payee, v_payer_sees, v_payee_sees, p_amount, p_note);
    END IF;
    PERFORM private.record('payment',
        CASE WHEN failure_code IS NULL THEN 'transfer' ELSE 'transfer_refused' END,
        jsonb_build_object('transaction_id', p_id, 'from_account_id', p_payer_id,
            'to_account_id', p_payee_id, 'amount', p_amount, 'currency', p_currency,
            'failure_code', failure_code),
        v_caller.user_id, v_caller.session_id);
    RETURN NEXT;
END
$$;
