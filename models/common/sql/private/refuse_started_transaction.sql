-- Refuses a call that is not a transaction of its own. Raises IP005 transaction_already_started.
CREATE FUNCTION private.refuse_started_transaction() RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    IF private.has_started_transaction() THEN
        RAISE EXCEPTION USING ERRCODE = 'IP005', MESSAGE = 'transaction_already_started';
    END IF;
END
$$;
