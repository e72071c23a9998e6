-- A writing call must be a transaction of its own: what came before it could be rolled back with it,
-- and a caller could look at its effects before taking them back. Nor may it stand on an old snapshot,
-- which would not see what has been committed meanwhile: an account opened, a token revoked.
CREATE FUNCTION private.has_started_transaction() RETURNS boolean
LANGUAGE sql VOLATILE
RETURN pg_current_xact_id_if_assigned() IS NOT NULL
    OR current_setting('transaction_isolation') <> 'read committed';
