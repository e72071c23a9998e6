-- A setting by its name. One that is missing is a fault: a limit nobody set must not mean no limit.
CREATE FUNCTION private.setting(p_name text) RETURNS text
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_value text;
BEGIN
    SELECT s.value INTO STRICT v_value FROM private.settings AS s WHERE s.name = p_name;
    RETURN v_value;
END
$$;
