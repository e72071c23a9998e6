-- Waits for this account's turn to pay, and keeps it until the end of the transaction. Whatever takes money
-- from a customer's account, or counts against its limits, does so in its turn, taken before any row is
-- locked. The number is not the account's: pg_locks shows it, where that is not closed.
CREATE FUNCTION private.take_turn(p_account_id uuid) RETURNS void
LANGUAGE sql VOLATILE
AS $$
    SELECT pg_advisory_xact_lock(uuid_hash_extended(p_account_id, 1))
$$;
