-- The people whose accounts the rows between two snapshots name.
CREATE FUNCTION private.fresh_people(p_last pg_snapshot, p_now pg_snapshot)
RETURNS TABLE (user_id uuid)
LANGUAGE sql STABLE
AS $$
    WITH named AS MATERIALIZED (
        SELECT DISTINCT n.account_id
        FROM private.fresh_rows(p_last, p_now) AS l
        CROSS JOIN LATERAL (VALUES (l.payload ->> 'from_account_id'),
            (l.payload ->> 'to_account_id'), (l.payload ->> 'account_id')) AS n (account_id)
        WHERE n.account_id IS NOT NULL
    )
    SELECT DISTINCT a.user_id
    FROM named AS n
    -- A malformed one would stop everybody's news for good.
    JOIN public.accounts AS a ON a.id = private.as_uuid(n.account_id)
    WHERE a.user_id IS NOT NULL
$$;
