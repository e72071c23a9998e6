-- What is held from an own account and waits, newest first: all of it, each with whether it `matches` a
-- period and a text as api.history has them. At most a hundred wait from one account.
-- Raises IP001..IP003, IP203 account_unknown, IP229 period_invalid, IP230 filter_invalid.
CREATE FUNCTION api.payments_waiting(
    p_token text, p_account_id uuid, p_from timestamp, p_to timestamp, p_text text
)
RETURNS TABLE (first_sequence bigint, sequence bigint, transaction_id uuid, at timestamp,
    kind text, counterparty text, note text, amount numeric, fee numeric, balance_after numeric,
    currency text, status text, failure_code text, expires_at timestamp, matches boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_reader uuid := (private.caller(p_token)).user_id;
    v_account public.accounts := private.readable_account(v_reader, p_account_id);
    v_words text[] := private.search_words(p_text);
    v_now timestamp := private.utc_now();
BEGIN
    PERFORM private.check_period(p_from, p_to);
    RETURN QUERY
    SELECT null::bigint, null::bigint, t.id, t.initiated_at, t.kind::text, p.shown_as,
        t.note::text, -t.amount - t.fee, t.fee, null::numeric, t.currency::text, t.status::text,
        null::text, t.expires_at,
        coalesce(t.initiated_at >= p_from, true) AND coalesce(t.initiated_at < p_to, true)
            AND private.is_found(v_words, p.shown_as, t.note, t.amount, t.amount + t.fee)
    FROM public.transactions AS t
    JOIN public.accounts AS a ON a.id = t.to_account_id
    CROSS JOIN LATERAL (SELECT private.counterparty_name(a, v_account.user_id)) AS p (shown_as)
    WHERE t.from_account_id = p_account_id AND t.status = 'PENDING' AND t.expires_at > v_now
    ORDER BY t.initiated_at DESC, t.id DESC;
END
$$;
