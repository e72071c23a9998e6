-- Ends a hold for its payer. One past its time has expired instead; one decided stays as it is.
-- Raises IP212 transaction_unknown.
CREATE FUNCTION private.cancel_held(p_id uuid, p_actor uuid, p_session_id uuid)
RETURNS public.transactions
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_locked record;
    v_now timestamp;
BEGIN
    v_locked := private.lock_held(p_id, p_actor);
    v_now := private.utc_now();
    IF (v_locked.held).status <> 'PENDING' THEN
        RETURN v_locked.held;
    END IF;
    RETURN private.end_hold(v_locked.held,
        CASE WHEN (v_locked.held).expires_at <= v_now THEN 'EXPIRED' ELSE 'CANCELLED' END, NULL, v_now,
        p_actor, p_session_id);
END
$$;
