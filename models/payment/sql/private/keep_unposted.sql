-- Claims the id of a payment that moves no money now: one that is refused, or one that is held, whose payer's
-- row is locked then. The payer has its turn, and the id was not claimed when that began.
-- Raises IP007 changed_meanwhile where it was claimed since: nothing is done.
CREATE FUNCTION private.keep_unposted(
    p_id uuid, p_kind text, p_payer_id uuid, p_payee_id uuid, p_amount numeric, p_currency text,
    p_verdict private.verdict, p_note text, p_at timestamp, p_expires_at timestamp, p_actor uuid,
    p_session_id uuid
) RETURNS private.outcome
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_is_held boolean := p_verdict.failure_code IS NULL;
    v_status text := CASE WHEN v_is_held THEN 'PENDING' ELSE 'FAILED' END;
    -- Who is refused is charged nothing.
    v_fee numeric := CASE WHEN v_is_held THEN p_verdict.fee ELSE 0.00 END;
BEGIN
    INSERT INTO public.transactions (id, from_account_id, to_account_id, amount, currency, status,
        initiated_at, completed_at, kind, note, fee, initiated_by, failure_code, expires_at)
    VALUES (p_id, p_payer_id, p_payee_id, p_amount, p_currency, v_status, p_at,
        CASE WHEN NOT v_is_held THEN p_at END, p_kind, p_note, v_fee, p_actor, p_verdict.failure_code,
        p_expires_at)
    ON CONFLICT (id) DO NOTHING;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP007', MESSAGE = 'changed_meanwhile';
    END IF;
    IF v_is_held THEN
        UPDATE public.accounts AS a
        SET held = a.held + p_amount + v_fee, spent_on = p_verdict.spent_on,
            spent_day = p_verdict.spent_day, spent_month = p_verdict.spent_month
        WHERE a.id = p_payer_id;
    END IF;
    PERFORM private.record('payment',
        CASE WHEN v_is_held THEN 'transfer_held' ELSE 'transfer_refused' END,
        jsonb_build_object('transaction_id', p_id, 'kind', p_kind, 'from_account_id', p_payer_id,
            'to_account_id', p_payee_id, 'amount', p_amount, 'currency', p_currency,
            'fee', v_fee, 'failure_code', p_verdict.failure_code),
        p_actor, p_session_id);
    RETURN ROW(v_status, p_verdict.failure_code, p_at, NULL, v_fee, NULL)::private.outcome;
END
$$;
