-- Raises IP004 not_permitted unless the caller has one of these roles.
CREATE FUNCTION private.require_role(p_roles jsonb, VARIADIC p_wanted text[]) RETURNS void
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    IF (p_roles ?| p_wanted) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = 'IP004', MESSAGE = 'not_permitted';
    END IF;
END
$$;
