-- All tills of a business day, and those of days before that are still open or wait for a supervisor, with the cash
-- that customers paid in and took out at each.
-- SUPERVISOR, AUDITOR. Raises IP001..IP003, IP004 not_permitted.
CREATE FUNCTION api.tills(p_token text, p_day date)
RETURNS TABLE (id uuid, number integer, teller text, currency text, business_day date,
    opened_at timestamp, closed_at timestamp, opening_float numeric, drawer numeric,
    counted numeric, expected numeric, variance_reason text, needs_approval boolean,
    approved_at timestamp, cash_in numeric, cash_out numeric)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.caller(p_token);
    v_day date := coalesce(p_day, private.today(private.utc_now()));
BEGIN
    PERFORM private.require_role(v_caller.roles, 'SUPERVISOR', 'AUDITOR');
    RETURN QUERY
    SELECT s.id, t.number, s.teller_name::text, s.currency::text, s.business_day, s.opened_at,
        s.closed_at, s.opening_float, CASE WHEN s.closed_at IS NULL THEN -a.balance ELSE 0 END,
        s.counted, s.expected, s.variance_reason::text, s.variance_needs_approval,
        s.variance_approved_at, c.cash_in, c.cash_out
    FROM public.till_sessions AS s
    JOIN public.tills AS t ON t.account_id = s.account_id
    JOIN public.accounts AS a ON a.id = s.account_id
    CROSS JOIN LATERAL (
        -- Its entries are found by key, and a drawer's count with their sign turned.
        SELECT coalesce(sum(-e.amount) FILTER (WHERE e.kind = 'CASH_IN'), 0) AS cash_in,
            coalesce(sum(e.amount) FILTER (WHERE e.kind = 'CASH_OUT'), 0) AS cash_out
        FROM public.ledger_entries AS e
        WHERE e.account_id = s.account_id
            AND e.sequence > private.last_sequence_before(s.account_id, a.last_sequence, s.opened_at)
            AND e.sequence <= CASE WHEN s.closed_at IS NULL THEN a.last_sequence
                ELSE private.last_sequence_before(s.account_id, a.last_sequence,
                    s.closed_at + interval '1 microsecond') END
    ) AS c
    WHERE s.business_day = v_day
        OR (s.closed_at IS NULL AND s.business_day < v_day)
        OR (s.variance_needs_approval AND s.variance_approved_at IS NULL)
    ORDER BY s.opened_at, s.id
    LIMIT 1000;
END
$$;
