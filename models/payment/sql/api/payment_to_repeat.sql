-- What one of the caller's own payments was, so that it can be written once more: from which account, to
-- whom by masked name, how much, with which note. Also of one that was refused or held; of none of a batch,
-- no reversal, and nobody else's. Neither address nor IBAN of the payee is told.
-- Raises IP001..IP003, IP212 transaction_unknown.
CREATE FUNCTION api.payment_to_repeat(p_token text, p_id uuid)
RETURNS TABLE (payer_account_id uuid, account_id uuid, masked_name text, currency text, is_own boolean,
    amount numeric, note text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_reader uuid := (private.caller(p_token)).user_id;
BEGIN
    RETURN QUERY
    SELECT t.from_account_id, payee.id, private.counterparty_name(payee, v_reader),
        payee.currency::text, payee.user_id = v_reader, t.amount, t.note::text
    FROM public.transactions AS t
    JOIN public.accounts AS payer ON payer.id = t.from_account_id
    JOIN public.accounts AS payee ON payee.id = t.to_account_id
    WHERE t.id = p_id AND payer.user_id = v_reader AND payee.kind = 'CUSTOMER'
        AND t.kind = 'TRANSFER' AND t.batch_id IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP212', MESSAGE = 'transaction_unknown';
    END IF;
END
$$;
