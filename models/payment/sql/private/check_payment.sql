-- What can be known before any row is locked: the call's form, whose account pays, and whether both
-- accounts take this currency (none of which ever changes).
-- A note may not turn the direction of what stands beside it on the payee's screen.
-- Bounds are checked here because NUMERIC(18,2) on an argument is ignored and NaN passes `>= 0`.
CREATE FUNCTION private.check_payment(
    p_actor uuid, p_id uuid, p_payer_id uuid, p_payee_id uuid, p_amount numeric, p_currency text,
    p_note text
) RETURNS void
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_payer_currency text;
    v_payee_currency text;
BEGIN
    IF p_id IS NULL OR p_amount IS NULL OR p_currency IS NULL
        OR NOT (p_amount > 0 AND p_amount <= 9999999999999999.99
            AND p_amount = trunc(p_amount, 2))
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP201', MESSAGE = 'amount_invalid';
    END IF;
    IF p_note IS NULL OR length(p_note) > 140 OR p_note ~ E'[[:cntrl:]\u202a-\u202e\u2066-\u2069]' THEN
        RAISE EXCEPTION USING ERRCODE = 'IP207', MESSAGE = 'note_invalid';
    END IF;
    SELECT a.currency INTO v_payer_currency FROM public.accounts AS a
    WHERE a.id = p_payer_id AND a.user_id = p_actor AND a.kind = 'CUSTOMER';
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
    END IF;
    IF p_payer_id = p_payee_id THEN
        RAISE EXCEPTION USING ERRCODE = 'IP204', MESSAGE = 'payee_is_payer';
    END IF;
    SELECT a.currency INTO v_payee_currency FROM public.accounts AS a
    WHERE a.id = p_payee_id AND a.kind = 'CUSTOMER';
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP202', MESSAGE = 'payee_unknown';
    END IF;
    IF p_currency <> v_payer_currency OR p_currency <> v_payee_currency THEN
        RAISE EXCEPTION USING ERRCODE = 'IP205', MESSAGE = 'currency_differs';
    END IF;
END
$$;
