-- What a transfer for a customer would come to now, by the very code that makes it: its fee, whether it would be
-- refused, and whether somebody else must approve it. Changes nothing. TELLER, SUPERVISOR.
-- Raises IP001..IP003, IP004 not_permitted, IP201 amount_invalid, IP202 payee_unknown, IP203 account_unknown, IP204
-- payee_is_payer, IP205 currency_differs, IP262 customer_not_open.
CREATE FUNCTION api.counter_quote(
    p_token text, p_payer_id uuid, p_payee_id uuid, p_amount numeric, p_currency text,
    OUT failure_code text, OUT fee numeric, OUT total numeric, OUT available numeric,
    OUT needs_approval boolean
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
    v_at timestamp := private.utc_now();
    v_payer public.accounts;
    v_payee public.accounts;
    v_verdict private.verdict;
BEGIN
    PERFORM private.require_role(v_caller.roles, 'TELLER', 'SUPERVISOR');
    SELECT a.* INTO v_payer FROM public.accounts AS a WHERE a.id = p_payer_id;
    SELECT a.* INTO v_payee FROM public.accounts AS a WHERE a.id = p_payee_id;
    IF v_payee.user_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP202', MESSAGE = 'payee_unknown';
    END IF;
    PERFORM private.check_served(v_caller, 'COUNTER', v_payer, v_payee);
    v_payer := private.without_expired(v_payer, v_at);
    v_verdict := private.assess_counter(v_caller.roles, 'COUNTER', v_payer, v_payee, p_amount,
        p_currency, v_at);
    failure_code := v_verdict.failure_code;
    fee := v_verdict.fee;
    total := p_amount + v_verdict.fee;
    available := v_verdict.available;
    needs_approval := v_verdict.needs_confirmation;
END
$$;
