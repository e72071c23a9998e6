-- A payment of a customer's own: posted at once, or held until it is posted, cancelled or expires
-- (`p_expires_at`). Exactly once by its id: the same id with the same content, by the same person,
-- answers with the first outcome, before limits and confirmation are looked at.
-- Locks both accounts, lower id first; then claims the id; then moves money.
-- Raises IP201..IP205, IP206 id_reused, IP207 note_invalid, IP208 id_missing,
-- IP210 confirmation_required.
CREATE FUNCTION private.pay(
    p_actor uuid, p_session_id uuid, p_has_confirmed boolean, p_id uuid, p_payer_id uuid,
    p_payee_id uuid, p_amount numeric, p_currency text, p_note text, p_expires_at timestamp
) RETURNS private.outcome
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_swap public.accounts;
    v_payer public.accounts;
    v_payee public.accounts;
    v_verdict private.verdict;
    v_outcome private.outcome;
    v_at timestamp;
    v_is_claimed boolean;
BEGIN
    -- One condition for the three. Accounts must be there, as least() passes over nulls.
    IF p_id IS NULL OR p_payer_id IS NULL OR p_payee_id IS NULL THEN
        IF p_id IS NULL THEN
            RAISE EXCEPTION USING ERRCODE = 'IP208', MESSAGE = 'id_missing';
        ELSIF p_payer_id IS NULL THEN
            RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
        END IF;
        RAISE EXCEPTION USING ERRCODE = 'IP202', MESSAGE = 'payee_unknown';
    END IF;
    p_note := private.check_note(p_note);

    -- As private.lock_pair does it, less what it costs to hand two rows back.
    v_payer := (SELECT a FROM public.accounts AS a
        WHERE a.id = least(p_payer_id, p_payee_id) FOR NO KEY UPDATE);
    v_payee := (SELECT a FROM public.accounts AS a
        WHERE a.id = greatest(p_payer_id, p_payee_id) FOR NO KEY UPDATE);
    IF p_payer_id > p_payee_id THEN
        v_swap := v_payer; v_payer := v_payee; v_payee := v_swap;
    END IF;
    v_at := private.utc_now();
    IF v_payer.held > 0 AND v_payer.user_id = p_actor THEN
        v_payer := private.release_expired(v_payer, v_at);
    END IF;

    v_verdict := private.assess(p_actor, v_payer, v_payee, p_amount, p_currency, v_at);
    -- The same amount with zeros behind it would be kept with them wherever no column rounds.
    p_amount := round(p_amount, 2);
    IF v_verdict.needs_confirmation AND NOT p_has_confirmed AND v_verdict.failure_code IS NULL THEN
        IF NOT EXISTS (SELECT FROM public.transactions AS t WHERE t.id = p_id) THEN
            RAISE EXCEPTION USING ERRCODE = 'IP210', MESSAGE = 'confirmation_required';
        END IF;
    END IF;

    -- Of any number of calls with one id, one claims it.
    IF v_verdict.failure_code IS NULL AND p_expires_at IS NULL THEN
        -- An account's entries are in the order of their times, whatever the clock does.
        v_at := greatest(v_at, v_payer.last_entry_at, v_payee.last_entry_at);
        v_outcome.status := 'COMPLETED';
        v_outcome.fee := v_verdict.fee;
        v_outcome.balance_after := v_payer.balance - v_verdict.total;
        v_is_claimed := private.book(true, p_id, 'TRANSFER', v_payer, v_payee,
            v_verdict.fee_account_id, p_amount, v_verdict.fee, 0, p_note, v_at, p_actor,
            p_session_id, v_verdict.spent_on, v_verdict.spent_day, v_verdict.spent_month, NULL);
    ELSE
        v_outcome.status := CASE WHEN v_verdict.failure_code IS NULL THEN 'PENDING' ELSE 'FAILED' END;
        v_outcome.failure_code := v_verdict.failure_code;
        -- Who is refused is charged nothing.
        v_outcome.fee := CASE WHEN v_verdict.failure_code IS NULL THEN v_verdict.fee ELSE 0.00 END;
        v_is_claimed := private.keep_unposted(p_id, v_payer, p_payee_id, p_amount, v_outcome.fee,
            v_verdict.failure_code, p_note, v_at, p_expires_at, p_actor, p_session_id,
            v_verdict.spent_on, v_verdict.spent_day, v_verdict.spent_month);
    END IF;
    IF NOT v_is_claimed THEN
        RETURN private.repeated_outcome(p_id, p_actor, p_payer_id, p_payee_id, p_amount, p_currency,
            p_note, p_expires_at);
    END IF;
    v_outcome.decided_at := v_at;
    RETURN v_outcome;
END
$$;
