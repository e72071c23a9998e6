-- Asks a signed-in person for the password once more, for one payment: challenge and answer as for a
-- sign-in, counted with the same attempts and paused with them, but the proof names the payment too
-- (HMAC over `<attempt>:<transaction>`). Either `confirm_token` is good for that payment alone, for two
-- minutes, or it is null and `tries_left` or `retry_after_s` tell how to go on.
-- Raises IP005, IP101 attempt_invalid (as in api.open_session; also another person's, or no transaction),
-- IP102 session_ended, IP105 password_change_required, IP107 session_locked.
CREATE FUNCTION api.confirm(p_session text, p_attempt uuid, p_transaction_id uuid)
RETURNS TABLE (
    confirm_token text, expires_in_s integer, tries_left integer, retry_after_s integer
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_session public.sessions;
    v_verdict record;
BEGIN
    PERFORM private.refuse_started_transaction();
    v_session := private.live_session(p_session);
    IF p_transaction_id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP101', MESSAGE = 'attempt_invalid';
    END IF;
    v_verdict := private.prove_again(v_session, p_attempt, p_transaction_id::text, 'confirm',
        jsonb_build_object('transaction_id', p_transaction_id));
    tries_left := v_verdict.tries_left;
    retry_after_s := v_verdict.retry_after_s;
    IF v_verdict.is_right THEN
        expires_in_s := 120;
        confirm_token := private.session_token(v_session, expires_in_s,
            jsonb_build_object('typ', 'confirm', 'txn', p_transaction_id));
    END IF;
    RETURN NEXT;
END
$$;
