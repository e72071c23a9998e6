-- A payment: one call, one transaction, exactly once by the payer's own id. The same id with the same
-- content, by the same person, answers with the first outcome.
-- A refusal (funds, limits, a frozen account) is an outcome: it is recorded as FAILED with its code.
-- Malformed and unauthorised calls raise and change nothing. At or above a limit's `confirm_from` the
-- token must be one that Auth gave for a password and this very payment.
-- Who says that it will flush (`p_will_flush`) takes over the wait for the disk where others are paying the same
-- payee right now: the payee's row is let go as soon as the payment is committed, the outcome says
-- `awaits_flush`, and only api.flush, called after it, makes the payment lasting (docs/decisions/0015).
-- Raises IP001..IP003 (token), IP005, IP201 amount_invalid, IP202 payee_unknown, IP203 account_unknown,
-- IP204 payee_is_payer, IP205 currency_differs, IP206 id_reused, IP207 note_invalid, IP208 id_missing,
-- IP210 confirmation_required.
CREATE FUNCTION api.transfer(
    p_token text, p_id uuid, p_payer_id uuid, p_payee_id uuid, p_amount numeric, p_currency text,
    p_note text, p_will_flush boolean DEFAULT false
) RETURNS private.outcome
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts;
BEGIN
    -- As private.writer does, which raises and remembers, without its call.
    SELECT k.* INTO v_caller FROM private.known_caller(p_token) AS k;
    IF NOT FOUND OR private.has_started_transaction() THEN
        v_caller := private.writer(p_token, p_id);
    END IF;
    RETURN private.pay(v_caller.user_id, v_caller.session_id, v_caller.has_confirmed, p_id,
        p_payer_id, p_payee_id, p_amount, p_currency, p_note, NULL, p_will_flush);
END
$$;
