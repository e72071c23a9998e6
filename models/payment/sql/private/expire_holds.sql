-- Ends holds that are past their time, of at most a hundred accounts a call. Accounts that somebody
-- is busy with are left for the next turn, so two workers at once do not wait for each other.
-- Returns how many accounts had some.
CREATE FUNCTION private.expire_holds() RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_now timestamp := private.utc_now();
    v_account_id uuid;
    v_account public.accounts;
    v_released bigint := 0;
BEGIN
    FOR v_account_id IN
        SELECT DISTINCT t.from_account_id FROM public.transactions AS t
        WHERE t.status = 'PENDING' AND t.expires_at <= v_now LIMIT 100
    LOOP
        SELECT a.* INTO v_account FROM public.accounts AS a WHERE a.id = v_account_id
        FOR NO KEY UPDATE SKIP LOCKED;
        IF FOUND THEN
            PERFORM private.release_expired(v_account, v_now);
            v_released := v_released + 1;
        END IF;
    END LOOP;
    RETURN v_released;
END
$$;
