-- Octet-wise XOR of two strings of the same length; the bytea type has no such operator.
CREATE FUNCTION private.exclusive_or(p_left bytea, p_right bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
    v_result bytea := p_left;
BEGIN
    FOR i IN 0 .. octet_length(p_left) - 1 LOOP
        v_result := set_byte(v_result, i, get_byte(p_left, i) # get_byte(p_right, i));
    END LOOP;
    RETURN v_result;
END
$$;
