-- One slip by its payment: what its receipt says, how the payment stands, and what is in the drawer now (null once
-- that till was counted). `made_on` is by the clock of the bank's own zone. One's own till's; SUPERVISOR and AUDITOR
-- read everybody's.
-- Raises IP001..IP003, IP004 not_permitted, IP212 transaction_unknown.
CREATE FUNCTION api.slip(
    p_token text, p_id uuid,
    OUT till_number integer, OUT number integer, OUT kind text, OUT amount numeric, OUT fee numeric,
    OUT currency text, OUT status text, OUT failure_code text, OUT decline_reason text,
    OUT made_at timestamp, OUT made_on timestamp, OUT expires_at timestamp, OUT customer text,
    OUT iban text, OUT payee text, OUT identification text, OUT note text, OUT teller text,
    OUT drawer numeric, OUT corrected_by uuid, OUT original_number integer
)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.caller(p_token);
    v_slip public.cash_slips;
    v_till public.till_sessions;
    v_made public.transactions;
    v_payer public.accounts;
    v_payee public.accounts;
BEGIN
    PERFORM private.require_role(v_caller.roles, 'TELLER', 'SUPERVISOR', 'AUDITOR');
    SELECT c.* INTO v_slip FROM public.cash_slips AS c WHERE c.transaction_id = p_id;
    SELECT s.* INTO v_till FROM public.till_sessions AS s
    WHERE s.id = v_slip.till_session_id AND (s.teller_id = v_caller.user_id
        OR coalesce(v_caller.roles ?| ARRAY['SUPERVISOR', 'AUDITOR'], false));
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP212', MESSAGE = 'transaction_unknown';
    END IF;
    SELECT t.* INTO v_made FROM public.transactions AS t WHERE t.id = p_id;
    SELECT a.* INTO v_payer FROM public.accounts AS a WHERE a.id = v_made.from_account_id;
    SELECT a.* INTO v_payee FROM public.accounts AS a WHERE a.id = v_made.to_account_id;
    SELECT t.number INTO till_number FROM public.tills AS t WHERE t.account_id = v_till.account_id;
    SELECT h.full_name INTO customer FROM public.holders AS h
    WHERE h.user_id = coalesce(v_payer.user_id, v_payee.user_id);
    IF v_payer.user_id IS NOT NULL AND v_payee.user_id IS NOT NULL THEN
        payee := private.counterparty_name(v_payee, v_payer.user_id);
    END IF;
    IF v_till.counted_at IS NULL THEN
        SELECT -a.balance INTO drawer FROM public.accounts AS a WHERE a.id = v_till.account_id;
    END IF;
    SELECT r.reversal_id INTO corrected_by FROM public.reversals AS r WHERE r.original_id = p_id;
    SELECT c.number INTO original_number FROM public.cash_slips AS c
    WHERE c.transaction_id = v_made.original_id;
    number := v_slip.number;
    kind := v_made.kind;
    amount := v_made.amount;
    fee := v_made.fee;
    currency := v_made.currency;
    status := CASE WHEN v_made.status = 'PENDING' AND v_made.expires_at <= private.utc_now()
        THEN 'EXPIRED' ELSE v_made.status END;
    failure_code := v_made.failure_code;
    decline_reason := v_slip.decline_reason;
    made_at := coalesce(v_made.completed_at, v_made.initiated_at);
    made_on := made_at AT TIME ZONE 'UTC' AT TIME ZONE private.setting('time_zone');
    expires_at := v_made.expires_at;
    iban := CASE WHEN v_payer.user_id IS NULL THEN v_payee.iban ELSE v_payer.iban END;
    identification := v_slip.identification;
    note := v_made.note;
    teller := v_till.teller_name;
END
$$;
