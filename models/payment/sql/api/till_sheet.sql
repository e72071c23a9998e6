-- The figures of one till from its opening to its closing, or until now. What came from the vault holds the opening
-- float too. One's own; SUPERVISOR and AUDITOR read everybody's.
-- Raises IP001..IP003, IP004 not_permitted, IP272 till_unknown.
CREATE FUNCTION api.till_sheet(
    p_token text, p_till_id uuid,
    OUT teller text, OUT number integer, OUT currency text, OUT business_day date,
    OUT opened_at timestamp, OUT closed_at timestamp, OUT opening_float numeric,
    OUT cash_in_count bigint, OUT cash_in numeric, OUT cash_out_count bigint, OUT cash_out numeric,
    OUT correction_count bigint, OUT corrections numeric, OUT from_vault numeric, OUT to_vault numeric,
    OUT handed_over numeric, OUT drawer numeric, OUT counted numeric, OUT expected numeric,
    OUT counts jsonb, OUT variance_reason text, OUT needs_approval boolean,
    OUT approved_at timestamp, OUT accepted_by text,
    OUT was_taken_over boolean, OUT was_handed_on boolean
)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_till public.till_sessions := private.readable_till(private.caller(p_token), p_till_id);
BEGIN
    teller := v_till.teller_name;
    currency := v_till.currency;
    business_day := v_till.business_day;
    opened_at := v_till.opened_at;
    closed_at := v_till.closed_at;
    opening_float := v_till.opening_float;
    counted := v_till.counted;
    expected := v_till.expected;
    counts := v_till.counts;
    variance_reason := v_till.variance_reason;
    needs_approval := v_till.variance_needs_approval;
    approved_at := v_till.variance_approved_at;
    accepted_by := (SELECT h.full_name FROM public.holders AS h
        WHERE h.user_id = v_till.variance_approved_by);
    was_taken_over := v_till.taken_over_from IS NOT NULL;
    was_handed_on := EXISTS (SELECT FROM public.till_sessions AS s WHERE s.taken_over_from = v_till.id);
    number := (SELECT t.number FROM public.tills AS t WHERE t.account_id = v_till.account_id);
    -- A drawer's cash is minus its account's balance, so each entry counts with its sign turned.
    SELECT count(*) FILTER (WHERE e.kind = 'CASH_IN'),
        coalesce(sum(-e.amount) FILTER (WHERE e.kind = 'CASH_IN'), 0),
        count(*) FILTER (WHERE e.kind = 'CASH_OUT'),
        coalesce(sum(e.amount) FILTER (WHERE e.kind = 'CASH_OUT'), 0),
        count(*) FILTER (WHERE e.kind = 'CASH_CORRECTION'),
        coalesce(sum(-e.amount) FILTER (WHERE e.kind = 'CASH_CORRECTION'), 0),
        coalesce(sum(-e.amount) FILTER (WHERE e.kind = 'TILL_FLOAT'), 0),
        coalesce(sum(e.amount) FILTER (WHERE e.kind = 'TILL_RETURN'), 0),
        coalesce(sum(-e.amount) FILTER (WHERE e.kind = 'TILL_HANDOVER'), 0),
        coalesce(sum(-e.amount), 0)
    INTO cash_in_count, cash_in, cash_out_count, cash_out, correction_count, corrections, from_vault,
        to_vault, handed_over, drawer
    FROM public.ledger_entries AS e
    WHERE e.account_id = v_till.account_id
        AND e.sequence > coalesce((SELECT max(b.sequence) FROM public.ledger_entries AS b
            WHERE b.account_id = v_till.account_id AND b.created_at < v_till.opened_at), 0)
        AND e.created_at <= coalesce(v_till.closed_at, 'infinity');
END
$$;
