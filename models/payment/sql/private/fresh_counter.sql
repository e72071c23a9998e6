-- What the rows between two snapshots tell of the counter: a row for it as a whole (user_id null), and one for each
-- member of staff whose till it was at. Of holds only those that staff made count, which have a slip.
CREATE FUNCTION private.fresh_counter(p_last pg_snapshot, p_now pg_snapshot)
RETURNS TABLE (user_id uuid)
LANGUAGE sql STABLE
AS $$
    WITH named AS MATERIALIZED (
        -- A malformed id would stop everybody's news for good.
        SELECT l.event, private.as_uuid(n.id) AS id
        FROM private.fresh_rows(p_last, p_now) AS l
        CROSS JOIN LATERAL (SELECT coalesce(l.payload ->> 'till_session_id',
            l.payload ->> 'transaction_id')) AS n (id)
        WHERE l.event IN ('transfer_held', 'transfer_failed', 'transfer_cancelled', 'transfer_expired',
            'cash_in', 'cash_out', 'cash_correction', 'counter', 'till_opened', 'till_counted',
            'till_closed', 'till_float', 'till_return', 'variance_accepted', 'vault_supply')
    ), tellers AS (
        SELECT s.teller_id
        FROM named AS m
        JOIN public.cash_slips AS c ON c.transaction_id = m.id
        JOIN public.till_sessions AS s ON s.id = c.till_session_id
        UNION
        SELECT s.teller_id FROM named AS m JOIN public.till_sessions AS s ON s.id = m.id
    )
    SELECT t.teller_id FROM tellers AS t
    UNION ALL
    SELECT NULL::uuid WHERE EXISTS (SELECT FROM tellers)
        OR EXISTS (SELECT FROM named AS m WHERE m.event IN ('till_float', 'till_return', 'vault_supply'))
$$;
