-- Admits a customer's account to batches, which have limits of their own, or takes that back; for a reason.
-- One that is so already stays as it is.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP203 account_unknown (also a closed one), IP216
-- reason_invalid.
CREATE FUNCTION api.allow_batches(
    p_token text, p_account_id uuid, p_allowed boolean, p_reason text
) RETURNS void
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
    PERFORM private.require_role(v_caller.roles, 'SUPERVISOR');
    v_reason := private.check_reason(p_reason);
    p_allowed := coalesce(p_allowed, false);
    v_account := private.lock_customer_account(p_account_id);
    IF v_account.user_id = v_caller.user_id THEN
        -- Nobody decides about an account of their own.
        RAISE EXCEPTION USING ERRCODE = 'IP004', MESSAGE = 'not_permitted';
    ELSIF v_account.closed_at IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
    ELSIF v_account.batches_allowed = p_allowed THEN
        RETURN;
    END IF;
    UPDATE public.accounts AS a SET batches_allowed = p_allowed WHERE a.id = p_account_id;
    PERFORM private.record('payment', 'batches_allowed',
        jsonb_build_object('account_id', p_account_id, 'allowed', p_allowed, 'reason', v_reason),
        v_caller.user_id, v_caller.session_id);
END
$$;
