-- What an account had once its entry of this sequence was posted; nothing before the first.
CREATE FUNCTION private.balance_after(p_account_id uuid, p_sequence bigint) RETURNS numeric
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    RETURN coalesce((SELECT e.balance_after FROM public.ledger_entries AS e
        WHERE e.account_id = p_account_id AND e.sequence = p_sequence), 0.00);
END
$$;
