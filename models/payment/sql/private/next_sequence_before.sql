-- The newest of an account's entries that is older than a moment, known to be `p_known` or one after it.
-- Strides that double find what it lies below, halving finds it: twice the logarithm of how far it is, so
-- that among quiet days a day takes one look.
CREATE FUNCTION private.next_sequence_before(
    p_account_id uuid, p_known bigint, p_newest bigint, p_at timestamp
)
RETURNS bigint
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_low bigint := p_known;
    v_high bigint := p_newest;
    v_stride bigint := 1;
    v_look bigint;
    v_time timestamp;
BEGIN
    WHILE v_low < v_high LOOP
        v_look := CASE WHEN v_stride > 0 THEN least(v_low + v_stride, v_high)
            ELSE (v_low + v_high + 1) / 2 END;
        SELECT e.created_at INTO STRICT v_time FROM public.ledger_entries AS e
        WHERE e.account_id = p_account_id AND e.sequence = v_look;
        IF v_time < p_at THEN
            v_low := v_look;
            v_stride := v_stride * 2;
        ELSE
            v_high := v_look - 1;
            v_stride := 0;
        END IF;
    END LOOP;
    RETURN v_low;
END
$$;
