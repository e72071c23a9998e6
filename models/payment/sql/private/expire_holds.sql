-- Ends holds of one account that are past their time, 500 at most; returns how many. An account that somebody
-- is busy with is left for the next turn, so two workers at once do not wait for each other.
CREATE FUNCTION private.expire_holds(p_account_id uuid) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_account public.accounts;
    v_before bigint;
    v_now timestamp := private.utc_now();
BEGIN
    SELECT a.* INTO v_account FROM public.accounts AS a WHERE a.id = p_account_id
    FOR NO KEY UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    v_before := (SELECT count(*) FROM public.transactions AS t
        WHERE t.from_account_id = p_account_id AND t.status = 'PENDING' AND t.expires_at <= v_now);
    PERFORM private.release_expired(v_account, v_now);
    RETURN least(v_before, 500);
END
$$;
