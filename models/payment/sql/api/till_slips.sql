-- What was done at a till, newest first, by key: slips below the number `p_before` (null: from the newest), at most
-- 500. One's own till's; SUPERVISOR and AUDITOR read everybody's.
-- Raises IP001..IP003, IP004 not_permitted, IP272 till_unknown.
CREATE FUNCTION api.till_slips(p_token text, p_till_id uuid, p_before integer, p_limit integer)
RETURNS TABLE (number integer, transaction_id uuid, kind text, amount numeric, fee numeric,
    status text, failure_code text, decline_reason text, made_at timestamp, decided_at timestamp,
    expires_at timestamp, customer text, iban text, payee text, identification text, note text,
    corrected_by uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.readable_till(private.caller(p_token), p_till_id);
    RETURN QUERY
    SELECT c.number, t.id, t.kind::text, t.amount, t.fee,
        CASE WHEN t.status = 'PENDING' AND t.expires_at <= private.utc_now() THEN 'EXPIRED'
            ELSE t.status END::text,
        t.failure_code::text, c.decline_reason::text, t.initiated_at, t.completed_at, t.expires_at,
        h.full_name::text, CASE WHEN r.user_id IS NULL THEN e.iban ELSE r.iban END::text,
        p.full_name::text, c.identification::text, t.note::text, v.reversal_id
    FROM public.cash_slips AS c
    JOIN public.transactions AS t ON t.id = c.transaction_id
    JOIN public.accounts AS r ON r.id = t.from_account_id
    JOIN public.accounts AS e ON e.id = t.to_account_id
    JOIN public.holders AS h ON h.user_id = coalesce(r.user_id, e.user_id)
    LEFT JOIN public.holders AS p ON p.user_id = e.user_id AND r.user_id IS NOT NULL
    LEFT JOIN public.reversals AS v ON v.original_id = t.id
    WHERE c.till_session_id = p_till_id AND (p_before IS NULL OR c.number < p_before)
    ORDER BY c.number DESC
    LIMIT least(greatest(coalesce(p_limit, 500), 1), 500);
END
$$;
