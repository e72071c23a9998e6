-- Refuses a role that there is not. Raises IP112 form_invalid.
CREATE FUNCTION private.require_role_name(p_role text) RETURNS void
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    IF p_role IS NULL OR p_role NOT IN ('CUSTOMER', 'TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN') THEN
        RAISE EXCEPTION USING ERRCODE = 'IP112', MESSAGE = 'form_invalid';
    END IF;
END
$$;
