-- A teller's till in a currency that is open and not counted yet, locked: what is done at one till is done
-- one after the other. Raises IP270 till_not_open.
CREATE FUNCTION private.open_till(p_teller_id uuid, p_currency text) RETURNS public.till_sessions
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_till public.till_sessions;
BEGIN
    SELECT s.* INTO v_till FROM public.till_sessions AS s
    WHERE s.teller_id = p_teller_id AND s.closed_at IS NULL
        AND s.currency = coalesce(p_currency, s.currency)
    ORDER BY s.opened_at LIMIT 1
    FOR NO KEY UPDATE;
    IF v_till.id IS NULL OR v_till.counted_at IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP270', MESSAGE = 'till_not_open';
    END IF;
    RETURN v_till;
END
$$;
