-- A payment that waits: its money is held until it is posted, cancelled or expires at `p_expires_at`
-- (UTC, at most 30 days ahead). Limits, fee and confirmation are those of a transfer, and count now.
-- Raises what api.transfer raises, IP211 expiry_invalid, and IP228 too_many_holds.
CREATE FUNCTION api.hold(
    p_token text, p_id uuid, p_payer_id uuid, p_payee_id uuid, p_amount numeric, p_currency text,
    p_note text, p_expires_at timestamp
) RETURNS private.outcome
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts;
BEGIN
    v_caller := private.writer(p_token, p_id);
    IF p_expires_at IS NULL OR p_expires_at > private.utc_now() + interval '30 days' THEN
        RAISE EXCEPTION USING ERRCODE = 'IP211', MESSAGE = 'expiry_invalid';
    ELSIF p_expires_at <= private.utc_now() THEN
        -- A repeat may come late: only a first call must lie ahead.
        PERFORM FROM public.transactions AS t WHERE t.id = p_id;
        IF NOT FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'IP211', MESSAGE = 'expiry_invalid';
        END IF;
    END IF;
    RETURN private.pay(v_caller.user_id, v_caller.session_id, v_caller.has_confirmed, p_id,
        p_payer_id, p_payee_id, p_amount, p_currency, p_note, p_expires_at);
END
$$;
