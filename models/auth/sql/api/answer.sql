-- Second call of a sign-in: keeps the proof, says nothing, branches on nothing. Only what has been
-- committed here can be evaluated, so a rollback takes no try back.
-- Raises IP005.
CREATE FUNCTION api.answer(p_attempt uuid, p_proof bytea) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.refuse_started_transaction();
    PERFORM private.do_not_wait_for_the_disk();
    UPDATE public.sign_in_attempts
    SET proof = p_proof, answered_at = private.utc_now()
    WHERE id = p_attempt AND answered_at IS NULL AND database_role = session_user
        AND octet_length(p_proof) = 32;
END
$$;
