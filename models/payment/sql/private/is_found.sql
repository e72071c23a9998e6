-- Whether a payment has every one of some folded words (private.search_words): in the other side's name or
-- the note, or as the beginning of its amount, without its fee or with it.
CREATE FUNCTION private.is_found(
    p_words text[], p_counterparty text, p_note text, p_amount numeric, p_total numeric
) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
    v_text text := private.folded_text(p_counterparty || ' ' || p_note);
    v_word text;
    v_figure text;
BEGIN
    FOREACH v_word IN ARRAY p_words LOOP
        IF strpos(v_text, v_word) = 0 THEN
            -- 1,250.5 and -1250.50 begin the amount 1250.50.
            v_figure := replace(ltrim(v_word, '+-'), ',', '');
            IF v_figure = '' OR NOT (starts_with(abs(p_amount)::text, v_figure)
                    OR starts_with(abs(p_total)::text, v_figure)) THEN
                RETURN false;
            END IF;
        END IF;
    END LOOP;
    RETURN true;
END
$$;
