-- A writing call must be a transaction of its own: what came before it could be rolled back with it,
-- and a caller could look at its effects before taking them back. Nor may it stand on an old snapshot,
-- which would not see what has been committed meanwhile: an account opened, a token revoked.
CREATE FUNCTION private.refuse_started_transaction() RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    IF pg_current_xact_id_if_assigned() IS NOT NULL
        OR current_setting('transaction_isolation') <> 'read committed'
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP005', MESSAGE = 'transaction_already_started';
    END IF;
END
$$;
