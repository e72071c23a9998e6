-- Whom an exact IBAN or payment address reaches, by masked name; nothing is found by a part.
-- Raises IP001..IP003, IP202 payee_unknown.
CREATE FUNCTION api.resolve_payee(p_token text, p_payee text)
RETURNS TABLE (account_id uuid, masked_name text, currency text, reached_by text, is_own boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller record := private.caller(p_token);
    v_account public.accounts;
BEGIN
    reached_by := lower(btrim(p_payee) COLLATE "C");
    IF strpos(reached_by, '@') > 0 THEN
        SELECT a.* INTO v_account FROM public.payment_addresses AS p
        JOIN public.accounts AS a ON a.id = p.account_id
        WHERE p.address = reached_by AND a.kind = 'CUSTOMER';
    ELSE
        reached_by := upper(replace(p_payee, ' ', ''));
        SELECT a.* INTO v_account FROM public.accounts AS a
        WHERE a.iban = reached_by AND a.kind = 'CUSTOMER';
    END IF;
    IF v_account.id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP202', MESSAGE = 'payee_unknown';
    END IF;
    account_id := v_account.id;
    masked_name := private.counterparty_name(v_account, v_caller.user_id);
    currency := v_account.currency;
    is_own := v_account.user_id = v_caller.user_id;
    RETURN NEXT;
END
$$;
