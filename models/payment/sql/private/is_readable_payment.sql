-- Whether one of these accounts paid, or was paid and it is done. As a function whose cost is below every
-- operator's it is asked before whatever else a query wants to know of the row.
CREATE FUNCTION private.is_readable_payment(
    p_readable uuid[], p_from_account_id uuid, p_to_account_id uuid, p_status text
) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 0.1
AS $$
BEGIN
    RETURN p_from_account_id = ANY (p_readable)
        OR (p_status = 'COMPLETED' AND p_to_account_id = ANY (p_readable));
END
$$;
