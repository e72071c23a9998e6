-- Raises IP004 not_permitted unless the caller has one of these roles and is somebody else than the
-- customer, IP262 customer_not_open unless the caller has opened that customer.
CREATE FUNCTION private.require_open(
    p_caller private.caller_facts, p_customer_id uuid, VARIADIC p_roles text[]
) RETURNS void
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    PERFORM private.require_role(p_caller.roles, VARIADIC p_roles);
    IF p_caller.user_id = p_customer_id THEN
        RAISE EXCEPTION USING ERRCODE = 'IP004', MESSAGE = 'not_permitted';
    ELSIF NOT private.is_open_to(p_caller.user_id, p_customer_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP262', MESSAGE = 'customer_not_open';
    END IF;
END
$$;
