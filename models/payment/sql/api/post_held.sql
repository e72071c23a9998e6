-- Posts a held payment of the caller's: its money moves. One that is decided already, by whichever
-- way, answers with how it was decided; one past its time expires.
-- Raises IP001..IP003, IP005, IP212 transaction_unknown (never held, or by somebody else).
CREATE FUNCTION api.post_held(
    p_token text, p_id uuid,
    OUT status text, OUT failure_code text, OUT decided_at timestamp, OUT balance_after numeric,
    OUT fee numeric
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller record;
    v_decided public.transactions;
BEGIN
    v_caller := private.writer(p_token);
    v_decided := private.post_held(p_id, v_caller.user_id, v_caller.session_id);
    status := v_decided.status;
    failure_code := v_decided.failure_code;
    decided_at := v_decided.completed_at;
    balance_after := v_decided.payer_balance_after;
    fee := v_decided.fee;
END
$$;
