-- A payment of a customer's own: posted at once, or held until it is posted, cancelled or expires
-- (`p_expires_at`). Exactly once by its id: the same id with the same content, by the same person,
-- answers with the first outcome, before limits and confirmation are looked at.
-- Payments of one account take turns (private.take_turn), so what the verdict says of its money and limits
-- stays true; both rows are read as they are and locked only when the money moves, at the very end, lower id
-- first (private.book). Whoever pays the same payee waits for that end alone. Where an account is frozen or
-- holds money, both rows are locked before the verdict.
-- Raises IP201..IP205, IP206 id_reused, IP207 note_invalid, IP208 id_missing,
-- IP210 confirmation_required, IP228 too_many_holds (a hundred of an account's wait), IP007 changed_meanwhile.
CREATE FUNCTION private.pay(
    p_actor uuid, p_session_id uuid, p_has_confirmed boolean, p_id uuid, p_payer_id uuid,
    p_payee_id uuid, p_amount numeric, p_currency text, p_note text, p_expires_at timestamp,
    p_will_flush boolean DEFAULT false
) RETURNS private.outcome
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_payer public.accounts;
    v_pair public.accounts[];
    v_at timestamp;
    v_verdict private.verdict;
BEGIN
    -- One condition for all; which one it was is asked only where one is met.
    IF p_id IS NULL OR p_payer_id IS NULL OR p_payee_id IS NULL OR p_note IS NULL
        OR length(p_note) > 140 OR private.controls_text(p_note)
    THEN
        IF p_id IS NULL THEN
            RAISE EXCEPTION USING ERRCODE = 'IP208', MESSAGE = 'id_missing';
        ELSIF p_payer_id IS NULL THEN
            RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
        ELSIF p_payee_id IS NULL THEN
            RAISE EXCEPTION USING ERRCODE = 'IP202', MESSAGE = 'payee_unknown';
        END IF;
        RAISE EXCEPTION USING ERRCODE = 'IP207', MESSAGE = 'note_invalid';
    END IF;
    IF NOT pg_try_advisory_xact_lock(uuid_hash_extended(p_payer_id, 1)) THEN
        PERFORM private.take_turn(p_payer_id);
    END IF;
    v_at := private.utc_now();
    -- As private.assess does, without its call.
    SELECT v.* INTO v_verdict
    FROM private.plain_verdict(p_id, p_actor, p_payer_id, p_payee_id, p_amount, p_currency, v_at) AS v;
    IF NOT FOUND THEN
        v_verdict := private.assess_closely(p_id, p_actor, p_payer_id, p_payee_id, p_amount, p_currency,
            v_at, false);
    END IF;
    IF v_verdict.is_claimed OR v_verdict.is_delicate OR v_verdict.failure_code IS NOT NULL
        OR p_expires_at IS NOT NULL OR (v_verdict.needs_confirmation AND NOT p_has_confirmed)
    THEN
        IF NOT v_verdict.is_claimed AND (v_verdict.is_delicate OR p_expires_at IS NOT NULL) THEN
            v_pair := private.lock_pair(p_payer_id, p_payee_id);
            v_payer := v_pair[1];
            IF v_payer.held > 0 AND v_payer.user_id = p_actor THEN
                PERFORM private.release_expired(v_payer, private.utc_now());
            END IF;
            v_at := private.utc_now();
            v_verdict := private.assess(p_id, p_actor, p_payer_id, p_payee_id, p_amount, p_currency,
                v_at, false);
        END IF;
        IF v_verdict.is_claimed THEN
            RETURN private.repeated_outcome(p_id, p_actor, p_payer_id, p_payee_id, p_amount,
                p_currency, p_note, p_expires_at);
        ELSIF v_verdict.failure_code IS NULL AND v_verdict.needs_confirmation AND NOT p_has_confirmed THEN
            RAISE EXCEPTION USING ERRCODE = 'IP210', MESSAGE = 'confirmation_required';
        ELSIF v_verdict.failure_code IS NULL AND p_expires_at IS NOT NULL
            AND (SELECT count(*) >= 100 FROM public.transactions AS t
                WHERE t.from_account_id = p_payer_id AND t.status = 'PENDING')
        THEN
            RAISE EXCEPTION USING ERRCODE = 'IP228', MESSAGE = 'too_many_holds';
        ELSIF v_verdict.failure_code IS NOT NULL OR p_expires_at IS NOT NULL THEN
            RETURN private.keep_unposted(p_id, 'TRANSFER', p_payer_id, p_payee_id, round(p_amount, 2),
                p_currency, v_verdict, p_note, v_at, p_expires_at, p_actor, p_session_id);
        END IF;
    END IF;
    RETURN private.book(true, p_id, 'TRANSFER', p_payer_id, p_actor, p_payee_id, v_verdict.payee_user_id,
        v_verdict.payer_sees, v_verdict.payee_sees, v_verdict.is_delicate, v_verdict.fee_account_id,
        p_amount, p_currency, v_verdict.fee, p_note, v_at, p_actor, p_session_id,
        v_verdict.spent_on, v_verdict.spent_day, v_verdict.spent_month, NULL, p_will_flush);
END
$$;
