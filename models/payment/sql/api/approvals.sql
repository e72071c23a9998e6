-- What waits for approval, oldest first, two hundred: what, for whom, by whom at which till, until when, and what
-- of its accounts is frozen now. SUPERVISOR sees all but may not decide about what is their own: what they made
-- (`is_made_by_caller`), or what is about an account of theirs (`is_own` tells of both).
-- Raises IP001..IP003, IP004 not_permitted.
CREATE FUNCTION api.approvals(p_token text)
RETURNS TABLE (id uuid, kind text, amount numeric, currency text, fee numeric, note text,
    made_at timestamp, expires_at timestamp, maker text, customer text, customer_id uuid, payee text,
    identification text, is_own boolean, is_made_by_caller boolean, till integer, iban text,
    frozen text, payee_iban text, payee_frozen text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.caller(p_token);
    v_now timestamp := private.utc_now();
BEGIN
    PERFORM private.require_role(v_caller.roles, 'SUPERVISOR');
    RETURN QUERY
    SELECT t.id, t.kind::text, t.amount, t.currency::text, t.fee, t.note::text, t.initiated_at,
        t.expires_at, s.teller_name::text, h.full_name::text, h.user_id, p.full_name::text,
        c.identification::text,
        coalesce(v_caller.user_id IN (t.initiated_by, r.user_id, e.user_id), false),
        coalesce(v_caller.user_id = t.initiated_by, false), n.number, a.iban::text,
        CASE WHEN coalesce(a.frozen_until > v_now, true) THEN a.frozen::text END,
        CASE WHEN r.user_id IS NOT NULL AND e.user_id IS NOT NULL THEN e.iban::text END,
        CASE WHEN r.user_id IS NOT NULL AND e.user_id IS NOT NULL
            AND coalesce(e.frozen_until > v_now, true) THEN e.frozen::text END
    FROM public.transactions AS t
    JOIN public.cash_slips AS c ON c.transaction_id = t.id
    JOIN public.till_sessions AS s ON s.id = c.till_session_id
    JOIN public.tills AS n ON n.account_id = s.account_id
    JOIN public.accounts AS r ON r.id = t.from_account_id
    JOIN public.accounts AS e ON e.id = t.to_account_id
    JOIN public.accounts AS a ON a.id = CASE WHEN r.user_id IS NULL THEN e.id ELSE r.id END
    JOIN public.holders AS h ON h.user_id = coalesce(r.user_id, e.user_id)
    LEFT JOIN public.holders AS p ON p.user_id = e.user_id AND r.user_id IS NOT NULL
    WHERE t.status = 'PENDING' AND t.expires_at > v_now AND t.kind <> 'TRANSFER'
    ORDER BY t.initiated_at, t.id
    LIMIT 200;
END
$$;
