-- What the bank did on one of its days (null: the present one), a row a currency: transfers, cash in and out, fees
-- less those given back, and what was refused, as the log has it; and as it is now, what waits for approval, and the
-- cash of vault and drawers. It reads the log's rows of that day, found by key, and the bank's own accounts.
-- SUPERVISOR, AUDITOR. Raises IP001..IP003, IP004 not_permitted.
CREATE FUNCTION api.money_today(p_token text, p_day date)
RETURNS TABLE (currency text, day date, transfer_count bigint, transfers numeric, cash_in_count bigint,
    cash_in numeric, cash_out_count bigint, cash_out numeric, fee_count bigint, fees numeric,
    refused_count bigint, refused numeric, waiting_count bigint, waiting numeric, vault numeric,
    drawers numeric)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.caller(p_token);
    v_zone text := private.setting('time_zone');
    -- No bank is older, and no day of a calendar lies outside of what moments can be.
    v_day date := least(greatest(coalesce(p_day, private.today(private.utc_now())), '1970-01-01'),
        '9999-12-30');
    v_from timestamp := v_day::timestamp AT TIME ZONE v_zone AT TIME ZONE 'UTC';
    v_to timestamp := (v_day + 1)::timestamp AT TIME ZONE v_zone AT TIME ZONE 'UTC';
    v_first bigint;
    v_end bigint;
BEGIN
    PERFORM private.require_role(v_caller.roles, 'SUPERVISOR', 'AUDITOR');
    -- A minute more on both sides, for rows that were written side by side.
    v_first := private.first_log_id(v_from - interval '1 minute');
    v_end := private.first_log_id(v_to + interval '1 minute');
    RETURN QUERY
    WITH done AS (
        SELECT r.currency, r.event, count(*) AS count, sum(r.amount) AS amount,
            count(*) FILTER (WHERE r.fee <> 0) AS fee_count,
            sum(r.fee) AS fee
        FROM (
            SELECT l.payload ->> 'currency' AS currency, l.event::text,
                coalesce((l.payload ->> 'amount')::numeric, 0) AS amount,
                coalesce((l.payload ->> 'fee')::numeric, 0) AS fee
            FROM public.audit_logs AS l
            WHERE l.id >= v_first AND l.id < v_end AND l.created_at >= v_from AND l.created_at < v_to AND l.service = 'payment'
                AND l.event IN ('transfer', 'counter', 'cash_in', 'cash_out', 'batch', 'reversal',
                    'transfer_refused', 'batch_refused', 'transfer_failed')
        ) AS r
        GROUP BY r.currency, r.event
    ), held AS (
        SELECT t.currency, count(*) AS count, sum(t.amount) AS amount
        FROM public.transactions AS t
        WHERE t.status = 'PENDING' AND t.expires_at > private.utc_now() AND t.kind <> 'TRANSFER'
        GROUP BY t.currency
    ), own AS (
        SELECT a.currency, sum(-a.balance) FILTER (WHERE a.kind = 'VAULT') AS vault,
            sum(-a.balance) FILTER (WHERE a.kind = 'TILL') AS drawers
        FROM public.accounts AS a WHERE a.user_id IS NULL GROUP BY a.currency
    )
    SELECT c.currency::text, v_day,
        coalesce(sum(d.count) FILTER (WHERE d.event IN ('transfer', 'counter')), 0)::bigint,
        coalesce(sum(d.amount) FILTER (WHERE d.event IN ('transfer', 'counter')), 0),
        coalesce(sum(d.count) FILTER (WHERE d.event = 'cash_in'), 0)::bigint,
        coalesce(sum(d.amount) FILTER (WHERE d.event = 'cash_in'), 0),
        coalesce(sum(d.count) FILTER (WHERE d.event = 'cash_out'), 0)::bigint,
        coalesce(sum(d.amount) FILTER (WHERE d.event = 'cash_out'), 0),
        coalesce(sum(d.fee_count) FILTER (WHERE d.event IN ('transfer', 'counter', 'batch')), 0)::bigint,
        coalesce(sum(d.fee) FILTER (WHERE d.event IN ('transfer', 'counter', 'batch', 'reversal')), 0),
        coalesce(sum(d.count) FILTER (WHERE d.event IN ('transfer_refused', 'batch_refused',
            'transfer_failed')), 0)::bigint,
        coalesce(sum(d.amount) FILTER (WHERE d.event IN ('transfer_refused', 'batch_refused',
            'transfer_failed')), 0),
        coalesce(max(h.count), 0), coalesce(max(h.amount), 0),
        coalesce(max(o.vault), 0), coalesce(max(o.drawers), 0)
    FROM (SELECT DISTINCT l.currency FROM public.counter_limits AS l) AS c
    LEFT JOIN done AS d ON d.currency = c.currency
    LEFT JOIN held AS h ON h.currency = c.currency
    LEFT JOIN own AS o ON o.currency = c.currency
    GROUP BY c.currency
    ORDER BY c.currency;
END
$$;
