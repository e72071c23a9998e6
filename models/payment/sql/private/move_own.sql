-- Moves money between accounts of the bank's own (till, vault, variances), under an id that is claimed for it.
-- Their rows are read as they are; the amount is above zero. Raises IP201 amount_invalid (no account holds so much).
CREATE FUNCTION private.move_own(
    p_id uuid, p_kind text, p_from_id uuid, p_to_id uuid, p_amount numeric, p_note text,
    p_actor uuid, p_session_id uuid
) RETURNS private.outcome
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_from public.accounts := (SELECT a FROM public.accounts AS a WHERE a.id = p_from_id);
    v_to public.accounts := (SELECT a FROM public.accounts AS a WHERE a.id = p_to_id);
BEGIN
    IF v_from.balance - p_amount < -9999999999999999.99 OR v_to.balance + p_amount > 9999999999999999.99 THEN
        RAISE EXCEPTION USING ERRCODE = 'IP201', MESSAGE = 'amount_invalid';
    END IF;
    RETURN private.book(true, p_id, p_kind, p_from_id, NULL, p_to_id, NULL, v_to.kind, v_from.kind, false,
        NULL, p_amount, v_from.currency, 0.00, p_note, private.utc_now(), p_actor, p_session_id,
        v_from.spent_on, v_from.spent_day, v_from.spent_month, NULL);
END
$$;
