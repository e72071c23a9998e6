-- A new customer's first account, in EGP. Called at every sign-in: whoever has an account already gets
-- that one's id. Needs the person's name, stated by Auth, in `holders`.
-- Raises IP001..IP003, IP004 not_permitted (not a customer), IP005, IP209 holder_unknown.
CREATE FUNCTION api.open_first_account(p_token text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller record;
    v_account_id uuid;
BEGIN
    v_caller := private.writer(p_token);
    IF NOT v_caller.roles ? 'CUSTOMER' THEN
        RAISE EXCEPTION USING ERRCODE = 'IP004', MESSAGE = 'not_permitted';
    END IF;
    -- Two windows of one new customer: the second waits here and finds the first one's account.
    PERFORM FROM public.holders AS h WHERE h.user_id = v_caller.user_id FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP209', MESSAGE = 'holder_unknown';
    END IF;
    SELECT a.id INTO v_account_id FROM public.accounts AS a
    WHERE a.user_id = v_caller.user_id ORDER BY a.created_at, a.id LIMIT 1;
    IF FOUND THEN
        RETURN v_account_id;
    END IF;
    INSERT INTO public.accounts (user_id, currency) VALUES (v_caller.user_id, 'EGP')
    RETURNING id INTO v_account_id;
    INSERT INTO public.notifications (user_id, type, message, event, details)
    VALUES (v_caller.user_id, 'IN_APP', 'Your EGP account is open.', 'account_opened',
        jsonb_build_object('currency', 'EGP'));
    PERFORM private.record('payment', 'account_opened',
        jsonb_build_object('account_id', v_account_id, 'currency', 'EGP'),
        v_caller.user_id, v_caller.session_id);
    RETURN v_account_id;
END
$$;
