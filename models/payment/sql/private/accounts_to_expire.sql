-- The accounts that have holds past their time, a thousand at most. The worker ends them account by account
-- (private.expire_holds), each in a transaction of its own: one that fails holds up no other.
CREATE FUNCTION private.accounts_to_expire() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
    SELECT DISTINCT t.from_account_id FROM public.transactions AS t
    WHERE t.status = 'PENDING' AND t.expires_at <= private.utc_now()
    LIMIT 1000
$$;
