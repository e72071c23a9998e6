-- Who calls what writes (private.caller): the call must be a transaction of its own.
-- Raises IP001..IP003, IP005 transaction_already_started.
CREATE FUNCTION private.writer(p_token text, p_payment_id uuid DEFAULT NULL)
RETURNS private.caller_facts
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_caller private.caller_facts;
BEGIN
    IF private.has_started_transaction() THEN
        RAISE EXCEPTION USING ERRCODE = 'IP005', MESSAGE = 'transaction_already_started';
    END IF;
    v_caller := private.caller(p_token, p_payment_id);
    IF v_caller.dies IS NOT NULL AND NOT v_caller.has_confirmed THEN
        PERFORM private.remember_token(p_token, v_caller);
    END IF;
    RETURN v_caller;
END
$$;
