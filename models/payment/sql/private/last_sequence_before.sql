-- The newest of an account's entries that is older than a moment; 0 where there is none. An account's
-- entries are in the order of their times, so halving finds it by key: 20 looks among a million, and
-- no index over times that every payment would have to pay for.
CREATE FUNCTION private.last_sequence_before(p_account_id uuid, p_newest bigint, p_at timestamp)
RETURNS bigint
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_low bigint := 0;
    v_high bigint := p_newest;
    v_middle bigint;
    v_time timestamp;
BEGIN
    WHILE v_low < v_high LOOP
        v_middle := (v_low + v_high + 1) / 2;
        SELECT e.created_at INTO STRICT v_time FROM public.ledger_entries AS e
        WHERE e.account_id = p_account_id AND e.sequence = v_middle;
        IF v_time < p_at THEN
            v_low := v_middle;
        ELSE
            v_high := v_middle - 1;
        END IF;
    END LOOP;
    RETURN v_low;
END
$$;
