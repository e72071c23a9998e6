-- Payments from an own account of which no money moved, newest first: refused, cancelled, or run out (also
-- where nobody has come to end them); of a period and with a text as api.history has them. That the bank
-- tried to take a payment back in vain is its own business.
-- Pages by key: older than the payment begun at `p_before` with the id `p_before_id` (nulls begin at the
-- newest), at most `p_limit` (1 to 1,000). A call looks at 2,000 at most. Where older ones may be left, one
-- more row says so: its kind is null, its time and transaction_id are the next key.
-- Raises IP001..IP003, IP203 account_unknown, IP229 period_invalid, IP230 filter_invalid.
CREATE FUNCTION api.payments_not_made(
    p_token text, p_account_id uuid, p_from timestamp, p_to timestamp, p_text text,
    p_before timestamp, p_before_id uuid, p_limit integer
)
RETURNS TABLE (first_sequence bigint, sequence bigint, transaction_id uuid, at timestamp,
    kind text, counterparty text, note text, amount numeric, fee numeric, balance_after numeric,
    currency text, status text, failure_code text, expires_at timestamp)
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
    v_most constant integer := 2000;
    v_seen integer := 0;
    v_left integer := p_limit;
    v_matches boolean;
BEGIN
    PERFORM private.check_period(p_from, p_to);
    IF coalesce(p_limit NOT BETWEEN 1 AND 1000, true)
        OR (p_before IS NULL) <> (p_before_id IS NULL)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP230', MESSAGE = 'filter_invalid';
    END IF;
    FOR transaction_id, at, kind, counterparty, note, amount, fee, currency, status, failure_code,
        expires_at, v_matches IN
        SELECT t.id, t.initiated_at, t.kind, p.shown_as, t.note, -t.amount - t.fee, t.fee,
            t.currency, CASE t.status WHEN 'PENDING' THEN 'EXPIRED' ELSE t.status END,
            t.failure_code, t.expires_at,
            private.is_found(v_words, p.shown_as, t.note, t.amount, t.amount + t.fee)
        FROM public.transactions AS t
        JOIN public.accounts AS a ON a.id = t.to_account_id
        CROSS JOIN LATERAL (SELECT private.counterparty_name(a, v_account.user_id)) AS p (shown_as)
        WHERE t.from_account_id = p_account_id AND t.status <> 'COMPLETED'
            AND (t.status <> 'PENDING' OR t.expires_at <= v_now) AND t.kind <> 'REVERSAL'
            AND t.initiated_at >= coalesce(p_from, '-infinity')
            AND t.initiated_at < coalesce(p_to, 'infinity')
            AND t.initiated_at <= coalesce(p_before, 'infinity')
            AND (t.initiated_at, t.id) < (coalesce(p_before, 'infinity'),
                coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
        ORDER BY t.initiated_at DESC, t.id DESC
        LIMIT v_most
    LOOP
        v_seen := v_seen + 1;
        IF v_matches THEN
            v_left := v_left - 1;
            RETURN NEXT;
        END IF;
        EXIT WHEN v_left = 0;
    END LOOP;
    IF v_left = 0 OR v_seen = v_most THEN
        kind := NULL;
        RETURN NEXT;
    END IF;
END
$$;
