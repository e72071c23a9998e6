-- Notes on a slip who approved or, with a reason, declined what it is about: by the name that Payment knows, if any.
CREATE FUNCTION private.note_decision(p_id uuid, p_actor uuid, p_reason text) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    UPDATE public.cash_slips AS c
    SET decline_reason = p_reason, decided_by = p_actor,
        decided_by_name = (SELECT h.full_name FROM public.holders AS h WHERE h.user_id = p_actor)
    WHERE c.transaction_id = p_id;
END
$$;
