-- Whether this member of staff has opened this customer and the time is not over (api.open_customer).
CREATE FUNCTION private.is_open_to(p_staff_id uuid, p_customer_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    RETURN EXISTS (SELECT FROM public.customer_openings AS o
        WHERE o.staff_id = p_staff_id AND o.customer_id = p_customer_id
            AND o.closes_at > private.utc_now());
END
$$;
