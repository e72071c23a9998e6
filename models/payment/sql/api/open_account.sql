-- Opens one more account for a customer whom the caller has opened, under an id of the caller's choice: the
-- same id with the same content answers with the same account. Returns its IBAN. Twenty a person.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP206 id_reused, IP208 id_missing, IP262
-- customer_not_open, IP263 account_invalid (a currency that is not offered, or a name over 60 characters
-- or with ones that control or turn text), IP264 too_many_accounts.
CREATE FUNCTION api.open_account(
    p_token text, p_id uuid, p_customer_id uuid, p_currency text, p_name text
) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.writer(p_token);
    v_account public.accounts;
    v_name text := nullif(btrim(p_name), '');
BEGIN
    PERFORM private.require_open(v_caller, p_customer_id, 'TELLER', 'SUPERVISOR');
    IF p_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP208', MESSAGE = 'id_missing';
    ELSIF length(v_name) > 60 OR private.controls_text(v_name) OR NOT EXISTS (
        SELECT FROM public.limits AS l WHERE l.kind = 'TRANSFER' AND l.role = 'CUSTOMER'
            AND l.account_kind = 'CUSTOMER' AND l.currency = p_currency)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP263', MESSAGE = 'account_invalid';
    END IF;
    -- Two windows: the second waits here and finds what the first has opened.
    PERFORM private.lock_holder(p_customer_id);
    SELECT a.* INTO v_account FROM public.accounts AS a WHERE a.id = p_id;
    IF FOUND THEN
        IF v_account.user_id IS DISTINCT FROM p_customer_id OR v_account.currency <> p_currency
            OR v_account.name IS DISTINCT FROM v_name
        THEN
            RAISE EXCEPTION USING ERRCODE = 'IP206', MESSAGE = 'id_reused';
        END IF;
        RETURN v_account.iban;
    ELSIF 20 <= (SELECT count(*) FROM public.accounts AS a WHERE a.user_id = p_customer_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP264', MESSAGE = 'too_many_accounts';
    END IF;
    INSERT INTO public.accounts (id, user_id, currency, name)
    VALUES (p_id, p_customer_id, p_currency, v_name)
    RETURNING * INTO v_account;
    PERFORM private.notify_account(v_account, 'account_opened',
        format('Your %s account is open.', p_currency));
    PERFORM private.record('payment', 'account_opened',
        jsonb_build_object('account_id', p_id, 'currency', p_currency, 'customer_id', p_customer_id),
        v_caller.user_id, v_caller.session_id);
    RETURN v_account.iban;
END
$$;
