-- Posted payments of an own account, newest first, a payment and its fee as one line: those between two
-- moments (UTC, the end not included, null for none), of a direction (all, in, out), that have every word of
-- a text in the other side's name or the note, or at their amount's beginning ('' for any).
-- Pages by key: older than the entry `p_before` (null begins at the newest), at most `p_limit` lines (1 to
-- 1,000). A call looks at 10,000 entries at most. Where older ones are left, one more row says so: its kind is
-- null, its sequence the next `p_before`, its time how far back this call has looked.
-- An account's sequences have no gaps and the order of its times, so moments are found by halving, and
-- what a call looks at is a range of keys.
-- Raises IP001..IP003, IP203 account_unknown, IP229 period_invalid, IP230 filter_invalid.
CREATE FUNCTION api.history(
    p_token text, p_account_id uuid, p_from timestamp, p_to timestamp, p_direction text,
    p_text text, p_before bigint, p_limit integer
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
    v_account public.accounts := private.readable_account(
        (private.caller(p_token)).user_id, p_account_id);
    v_words text[] := private.search_words(p_text);
    v_newest bigint := least(v_account.last_sequence,
        greatest(coalesce(p_before, v_account.last_sequence + 1), 1) - 1);
    v_oldest bigint := 1;
    v_down_to bigint;
    v_left integer := p_limit;
BEGIN
    PERFORM private.check_period(p_from, p_to);
    IF coalesce(p_direction NOT IN ('all', 'in', 'out') OR p_limit NOT BETWEEN 1 AND 1000, true) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP230', MESSAGE = 'filter_invalid';
    END IF;
    IF p_to IS NOT NULL THEN
        v_newest := private.last_sequence_before(p_account_id, v_newest, p_to);
    END IF;
    IF p_from IS NOT NULL THEN
        v_oldest := private.last_sequence_before(p_account_id, v_newest, p_from) + 1;
    END IF;
    -- Where every payment is wanted, a page of them has at most two entries each.
    v_down_to := greatest(v_oldest, v_newest + 1 - CASE
        WHEN p_direction = 'all' AND v_words = '{}' THEN 2 * p_limit ELSE 10000 END);
    currency := v_account.currency;
    status := 'COMPLETED';
    -- One entry more at each end: a fee is known by the payment before it, a payment's fee comes after it.
    FOR first_sequence, sequence, transaction_id, at, kind, counterparty, note, amount, fee,
        balance_after IN
        SELECT l.sequence, l.sequence + CASE WHEN f.is_charged THEN 1 ELSE 0 END, l.transaction_id,
            l.created_at, l.kind, l.counterparty, l.note, l.amount + f.amount, -f.amount,
            CASE WHEN f.is_charged THEN (l.newer).balance_after ELSE l.balance_after END
        FROM (
            SELECT e.sequence, e.transaction_id, e.leg, e.created_at, e.kind, e.counterparty,
                e.note, e.amount, e.balance_after, lag(e) OVER newest_first AS newer,
                lead(e.transaction_id) OVER newest_first AS older_id
            FROM public.ledger_entries AS e
            WHERE e.account_id = p_account_id
                AND e.sequence BETWEEN v_down_to - 1 AND v_newest + 1
            WINDOW newest_first AS (ORDER BY e.sequence DESC)
        ) AS l
        CROSS JOIN LATERAL (SELECT n.is_charged,
                CASE WHEN n.is_charged THEN (l.newer).amount ELSE 0 END AS amount
            FROM (SELECT coalesce((l.newer).leg = 2
                AND (l.newer).transaction_id = l.transaction_id, false) AS is_charged) AS n) AS f
        WHERE l.sequence BETWEEN v_down_to AND v_newest
            AND (l.leg = 1 OR l.older_id IS DISTINCT FROM l.transaction_id)
            AND (p_direction = 'all' OR (p_direction = 'in') = (l.amount > 0))
            AND (v_words = '{}' OR private.is_found(v_words, l.counterparty, l.note, l.amount,
                l.amount + f.amount))
        ORDER BY l.sequence DESC
        LIMIT p_limit
    LOOP
        v_left := v_left - 1;
        RETURN NEXT;
    END LOOP;
    IF v_left = 0 THEN
        v_down_to := first_sequence;
    END IF;
    IF v_down_to > v_oldest THEN
        SELECT e.created_at INTO STRICT at FROM public.ledger_entries AS e
        WHERE e.account_id = p_account_id AND e.sequence = v_down_to;
        sequence := v_down_to;
        transaction_id := NULL;
        kind := NULL;
        RETURN NEXT;
    END IF;
END
$$;
