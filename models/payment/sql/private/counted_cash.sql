-- What a count comes to: an object of denominations ("200", "0.25") and how many there are of each. At most fifty of
-- them, each a whole number up to a million. Raises IP274 count_invalid.
CREATE FUNCTION private.counted_cash(p_counts jsonb) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
    v_total numeric := 0;
    v_denomination text;
    v_count jsonb;
BEGIN
    IF jsonb_typeof(p_counts) IS DISTINCT FROM 'object'
        OR (SELECT count(*) FROM jsonb_object_keys(p_counts)) > 50
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP274', MESSAGE = 'count_invalid';
    END IF;
    FOR v_denomination, v_count IN SELECT e.key, e.value FROM jsonb_each(p_counts) AS e LOOP
        IF v_denomination !~ '^[0-9]{1,6}([.][0-9]{1,2})?$' OR v_denomination::numeric = 0
            OR jsonb_typeof(v_count) <> 'number' OR v_count::text !~ '^[0-9]{1,7}$'
            OR v_count::text::numeric > 1000000
        THEN
            RAISE EXCEPTION USING ERRCODE = 'IP274', MESSAGE = 'count_invalid';
        END IF;
        v_total := v_total + v_denomination::numeric * v_count::text::numeric;
    END LOOP;
    RETURN round(v_total, 2);
END
$$;
