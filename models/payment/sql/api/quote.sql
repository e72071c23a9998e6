-- What a payment would come to now, by the very code that posts it: fee, refusal, whether it must be
-- confirmed, whether this payee was never paid before, and what limits leave. Null is no limit.
-- Raises IP001..IP003, IP201 amount_invalid, IP202 payee_unknown, IP203 account_unknown,
-- IP204 payee_is_payer, IP205 currency_differs.
CREATE FUNCTION api.quote(
    p_token text, p_payer_id uuid, p_payee_id uuid, p_amount numeric, p_currency text,
    OUT failure_code text, OUT fee numeric, OUT total numeric, OUT needs_confirmation boolean,
    OUT is_first_payment boolean, OUT available numeric, OUT per_payment numeric,
    OUT day_left numeric, OUT month_left numeric
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
    v_verdict private.verdict;
    v_counts boolean;
BEGIN
    v_verdict := private.assess(NULL, v_caller.user_id, p_payer_id, p_payee_id, p_amount, p_currency,
        private.utc_now(), true);
    failure_code := v_verdict.failure_code;
    fee := v_verdict.fee;
    total := p_amount + v_verdict.fee;
    needs_confirmation := coalesce(v_verdict.needs_confirmation, false);
    available := v_verdict.available;
    per_payment := v_verdict.per_payment;
    v_counts := v_verdict.payee_user_id <> v_caller.user_id;
    -- greatest() passes over nulls, so that no limit at all would come out as nothing left.
    SELECT CASE WHEN v_verdict.per_day IS NOT NULL
            THEN greatest(0, v_verdict.per_day - v_verdict.spent_day + c.counted) END,
        CASE WHEN v_verdict.per_month IS NOT NULL
            THEN greatest(0, v_verdict.per_month - v_verdict.spent_month + c.counted) END
    INTO day_left, month_left
    FROM (VALUES (CASE WHEN v_counts THEN p_amount ELSE 0 END)) AS c (counted);
    is_first_payment := v_counts AND NOT EXISTS (SELECT FROM public.transactions AS t
        WHERE t.from_account_id = ANY (ARRAY(SELECT a.id FROM public.accounts AS a
                WHERE a.user_id = v_caller.user_id))
            AND t.to_account_id = p_payee_id AND t.kind = 'TRANSFER' AND t.status = 'COMPLETED');
END
$$;
