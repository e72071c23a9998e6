-- Closes an empty account for good, with its payment address: by its owner, unless it is frozen, or by
-- staff. Its history stays. One that is closed already stays as it is.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP203 account_unknown, IP217 account_not_empty
-- (a balance, or money held for a payment).
CREATE FUNCTION api.close_account(p_token text, p_account_id uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller record;
    v_account public.accounts;
    v_now timestamp;
    v_is_staff boolean;
BEGIN
    v_caller := private.writer(p_token);
    v_account := private.lock_customer_account(p_account_id);
    -- Nobody decides about an account of their own: staff are its owner then, and no more.
    v_is_staff := coalesce(v_caller.roles ?| ARRAY['TELLER', 'SUPERVISOR'], false)
        AND v_account.user_id <> v_caller.user_id;
    v_now := private.utc_now();
    IF NOT v_is_staff AND v_account.user_id <> v_caller.user_id THEN
        RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
    ELSIF v_account.closed_at IS NOT NULL THEN
        RETURN;
    ELSIF NOT v_is_staff AND v_account.frozen IS NOT NULL
        AND (v_account.frozen_until IS NULL OR v_account.frozen_until > v_now)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP004', MESSAGE = 'not_permitted';
    END IF;
    IF v_account.held > 0 THEN
        v_account := private.release_expired(v_account, v_now);
    END IF;
    IF v_account.balance <> 0 OR v_account.held <> 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'IP217', MESSAGE = 'account_not_empty';
    END IF;
    UPDATE public.accounts AS a SET closed_at = v_now WHERE a.id = p_account_id;
    UPDATE public.payment_addresses AS p SET released_at = v_now
    WHERE p.account_id = p_account_id AND p.released_at IS NULL;
    PERFORM private.notify_account(v_account, 'account_closed', 'Your account is closed.');
    PERFORM private.record('payment', 'account_closed',
        jsonb_build_object('account_id', p_account_id), v_caller.user_id, v_caller.session_id);
END
$$;
