-- Whether one of these accounts paid, or was paid and it is done; of a reversal that failed neither is told. As a function whose cost is below every
-- operator's it is asked before whatever else a query wants to know of the row. It runs as the caller, so
-- its operators are named whole: nothing of the caller's search path stands in for them.
CREATE FUNCTION private.is_readable_payment(
    p_readable uuid[], p_from_account_id uuid, p_to_account_id uuid, p_status text, p_kind text
) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 0.1
AS $$
BEGIN
    RETURN (p_from_account_id OPERATOR(pg_catalog.=) ANY (p_readable)
            AND NOT (p_kind OPERATOR(pg_catalog.=) 'REVERSAL' AND p_status OPERATOR(pg_catalog.=) 'FAILED'))
        OR (p_status OPERATOR(pg_catalog.=) 'COMPLETED'
            AND p_to_account_id OPERATOR(pg_catalog.=) ANY (p_readable));
END
$$;
