-- Gives what was done at a till the next number of its slips.
CREATE FUNCTION private.write_slip(p_id uuid, p_till_session_id uuid, p_identification text)
RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_number integer;
BEGIN
    UPDATE public.till_sessions AS s SET last_slip = s.last_slip + 1 WHERE s.id = p_till_session_id
    RETURNING s.last_slip INTO v_number;
    INSERT INTO public.cash_slips (transaction_id, till_session_id, number, identification)
    VALUES (p_id, p_till_session_id, v_number, p_identification);
END
$$;
