-- Ends a freeze, for a reason. An account that is not frozen stays as it is.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP203 account_unknown, IP216 reason_invalid.
CREATE FUNCTION api.release(p_token text, p_account_id uuid, p_reason text) RETURNS void
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
    v_reason text;
BEGIN
    v_caller := private.writer(p_token);
    PERFORM private.require_role(v_caller.roles, 'TELLER', 'SUPERVISOR');
    v_reason := private.check_reason(p_reason);
    v_account := private.lock_customer_account(p_account_id);
    IF v_account.user_id = v_caller.user_id THEN
        -- Nobody decides about an account of their own.
        RAISE EXCEPTION USING ERRCODE = 'IP004', MESSAGE = 'not_permitted';
    END IF;
    IF v_account.frozen IS NULL THEN
        RETURN;
    END IF;
    UPDATE public.accounts AS a
    SET frozen = NULL, frozen_reason = NULL, frozen_by = NULL, frozen_until = NULL
    WHERE a.id = p_account_id;
    PERFORM private.notify_account(v_account, 'account_released',
        'Your account is no longer frozen.');
    PERFORM private.record('payment', 'account_released',
        jsonb_build_object('account_id', p_account_id, 'before', v_account.frozen,
            'reason', v_reason),
        v_caller.user_id, v_caller.session_id);
END
$$;
