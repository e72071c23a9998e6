-- The accounts whose rows this query may see: the reader's own, and those of customers whom a member of staff
-- has opened (api.open_customer). One place, asked by every policy.
CREATE FUNCTION private.readable_account_ids() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_reader uuid := private.reader_id();
BEGIN
    IF v_reader IS NULL THEN
        RETURN '{}';
    END IF;
    RETURN coalesce((SELECT array_agg(a.id) FROM public.accounts AS a
        WHERE a.user_id = v_reader OR a.user_id IN (SELECT o.customer_id
            FROM public.customer_openings AS o
            WHERE o.staff_id = v_reader AND o.closes_at > private.utc_now())), '{}');
END
$$;
