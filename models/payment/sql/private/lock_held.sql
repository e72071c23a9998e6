-- A payment that was held, with both accounts' rows locked, lower id first, and then its own: what it
-- says from here on stays. Raises IP212 transaction_unknown where `p_actor` did not initiate it.
CREATE FUNCTION private.lock_held(
    p_id uuid, p_actor uuid,
    OUT held public.transactions, OUT payer public.accounts, OUT payee public.accounts
)
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_account public.accounts;
    v_id uuid;
BEGIN
    SELECT t.* INTO held FROM public.transactions AS t
    WHERE t.id = p_id AND t.initiated_by = p_actor AND t.expires_at IS NOT NULL;
    IF held.id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP212', MESSAGE = 'transaction_unknown';
    END IF;
    FOREACH v_id IN ARRAY ARRAY[least(held.from_account_id, held.to_account_id),
        greatest(held.from_account_id, held.to_account_id)]
    LOOP
        SELECT a.* INTO v_account FROM public.accounts AS a WHERE a.id = v_id FOR NO KEY UPDATE;
        IF v_id = held.from_account_id THEN
            payer := v_account;
        ELSE
            payee := v_account;
        END IF;
    END LOOP;
    -- Touching the row makes the answer to a repeat wait for a standby too.
    UPDATE public.transactions AS t SET repeats = t.repeats + 1 WHERE t.id = p_id
    RETURNING t.* INTO held;
END
$$;
