-- Stops an account's debits, credits or both, for a reason, until a time (UTC) or until released.
-- Freezing a frozen account puts the new freeze in place of the old one.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP203 account_unknown (also a closed one), IP216
-- reason_invalid, IP218 freeze_invalid (neither DEBITS, CREDITS nor ALL, or an end that is past).
CREATE FUNCTION api.freeze(
    p_token text, p_account_id uuid, p_what text, p_reason text, p_until timestamp
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
    PERFORM private.require_role(v_caller.roles, 'TELLER', 'SUPERVISOR');
    v_reason := private.check_reason(p_reason);
    IF coalesce(p_what NOT IN ('DEBITS', 'CREDITS', 'ALL'), true)
        OR p_until <= private.utc_now() OR p_until = 'infinity'
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP218', MESSAGE = 'freeze_invalid';
    END IF;
    v_account := private.lock_customer_account(p_account_id);
    IF v_account.user_id = v_caller.user_id THEN
        -- Nobody decides about an account of their own.
        RAISE EXCEPTION USING ERRCODE = 'IP004', MESSAGE = 'not_permitted';
    END IF;
    IF v_account.closed_at IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
    END IF;
    UPDATE public.accounts AS a
    SET frozen = p_what, frozen_reason = v_reason, frozen_by = v_caller.user_id,
        frozen_until = p_until
    WHERE a.id = p_account_id;
    -- What is stopped, and until when, but not why: that is the bank's.
    PERFORM private.notify_account(v_account, 'account_frozen', 'Your account was frozen.',
        jsonb_strip_nulls(jsonb_build_object('frozen', p_what, 'until', p_until)));
    PERFORM private.record('payment', 'account_frozen',
        jsonb_build_object('account_id', p_account_id, 'what', p_what, 'reason', v_reason,
            'until', p_until, 'before', v_account.frozen),
        v_caller.user_id, v_caller.session_id);
END
$$;
