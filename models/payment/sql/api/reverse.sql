-- Takes a completed transfer back, whole and at most once, by a new payment under an id of its own: the
-- amount from the payee, the fee from where it went. Where the payee no longer has the money it is
-- refused (FAILED `payee_lacks_funds`), unless a supervisor takes it from the bank's own account.
-- A freeze does not stand in its way: it is the bank that acts. Repeating the same id answers with the
-- first outcome.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP206 id_reused, IP208 id_missing, IP212
-- transaction_unknown, IP214 not_reversible (no completed transfer of a customer's or at the counter, its payer's account was closed or is
-- full, or the bank has no account in its currency), IP215 already_reversed, IP216 reason_invalid.
CREATE FUNCTION api.reverse(
    p_token text, p_id uuid, p_original_id uuid, p_reason text, p_from_bank boolean
) RETURNS private.outcome
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller record;
    v_original public.transactions;
    v_from public.accounts;
    v_to public.accounts;
    v_pair public.accounts[];
    v_outcome private.outcome;
    v_reason text;
    v_source uuid;
    v_at timestamp;
BEGIN
    v_caller := private.writer(p_token);
    PERFORM private.require_role(v_caller.roles, 'TELLER', 'SUPERVISOR');
    p_from_bank := coalesce(p_from_bank, false);
    IF p_from_bank THEN
        PERFORM private.require_role(v_caller.roles, 'SUPERVISOR');
    END IF;
    IF p_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP208', MESSAGE = 'id_missing';
    END IF;
    v_reason := private.check_reason(p_reason);
    SELECT t.* INTO v_original FROM public.transactions AS t WHERE t.id = p_original_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP212', MESSAGE = 'transaction_unknown';
    ELSIF v_original.status <> 'COMPLETED' OR v_original.kind NOT IN ('TRANSFER', 'COUNTER')
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP214', MESSAGE = 'not_reversible';
    END IF;
    -- Nobody decides about money of their own.
    PERFORM FROM public.accounts AS a
    WHERE a.id IN (v_original.from_account_id, v_original.to_account_id)
        AND a.user_id = v_caller.user_id;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP004', MESSAGE = 'not_permitted';
    END IF;
    v_source := CASE WHEN p_from_bank THEN (SELECT a.id FROM public.accounts AS a
        WHERE a.kind = 'BANK' AND a.currency = v_original.currency ORDER BY a.id LIMIT 1)
        ELSE v_original.to_account_id END;

    -- A repeat is answered first, whatever has become of the accounts since.
    IF v_source IS NOT NULL THEN
        PERFORM private.take_turn(v_source);
    END IF;
    UPDATE public.transactions AS t SET repeats = t.repeats + 1
    WHERE t.id = p_id AND t.initiated_by = v_caller.user_id
        AND (t.failure_code IS NOT DISTINCT FROM 'abandoned' OR (t.kind = 'REVERSAL'
            AND t.original_id = p_original_id AND t.from_account_id = v_source))
    RETURNING t.status, t.failure_code, t.completed_at, t.payer_balance_after, 0.00 INTO v_outcome;
    IF FOUND THEN
        RETURN v_outcome;
    ELSIF EXISTS (SELECT FROM public.transactions AS t WHERE t.id = p_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP206', MESSAGE = 'id_reused';
    ELSIF EXISTS (SELECT FROM public.reversals AS r WHERE r.original_id = p_original_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP215', MESSAGE = 'already_reversed';
    END IF;
    v_pair := private.lock_pair(v_source, v_original.from_account_id);
    v_from := v_pair[1];
    v_to := v_pair[2];
    v_at := private.utc_now();
    IF v_from.held > 0 THEN
        v_from := private.release_expired(v_from, v_at);
    END IF;
    IF v_source IS NULL OR v_to.closed_at IS NOT NULL
        OR v_to.balance + v_original.amount + v_original.fee > 9999999999999999.99
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP214', MESSAGE = 'not_reversible';
    END IF;
    IF v_from.kind = 'CUSTOMER' AND v_from.balance - v_from.held < v_original.amount THEN
        RETURN private.keep_unreversed(p_id, v_original, v_source, 'payee_lacks_funds', v_reason,
            v_at, v_caller.user_id, v_caller.session_id);
    END IF;
    v_outcome := private.book(true, p_id, 'REVERSAL', v_from.id, v_from.user_id, v_to.id, v_to.user_id,
        private.counterparty_name(v_to, v_from.user_id),
        private.counterparty_name(v_from, v_to.user_id), true, v_original.fee_account_id,
        v_original.amount, v_original.currency, -v_original.fee, '', v_at, v_caller.user_id,
        v_caller.session_id, v_from.spent_on, v_from.spent_day, v_from.spent_month, p_original_id);
    -- The key is the original's: of two reversals one fails here, and its whole call with it.
    INSERT INTO public.reversals (original_id, reversal_id, payer_account_id, payee_account_id,
        reason, fee_returned, from_bank, reversed_by, created_at)
    VALUES (p_original_id, p_id, v_original.from_account_id, v_original.to_account_id, v_reason,
        v_original.fee, p_from_bank, v_caller.user_id, v_at)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP215', MESSAGE = 'already_reversed';
    END IF;
    RETURN v_outcome;
END
$$;
