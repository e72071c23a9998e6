-- Takes an account's address away from it, at its owner's wish; nobody else gets it for 90 days (settings).
-- Returns the address, null where the account had none.
-- Raises IP001..IP003, IP005, IP203 account_unknown.
CREATE FUNCTION api.release_address(p_token text, p_account_id uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller record;
    v_address text;
BEGIN
    v_caller := private.writer(p_token);
    PERFORM private.lock_own_account(v_caller.user_id, p_account_id);
    UPDATE public.payment_addresses AS p SET released_at = private.utc_now()
    WHERE p.account_id = p_account_id AND p.released_at IS NULL
    RETURNING p.address INTO v_address;
    IF FOUND THEN
        PERFORM private.record('payment', 'address_released',
            jsonb_build_object('account_id', p_account_id, 'address', v_address),
            v_caller.user_id, v_caller.session_id);
    END IF;
    RETURN v_address;
END
$$;
