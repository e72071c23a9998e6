-- Ends every session of a person, or, with `p_but`, every other one; returns signed statements that make
-- Payment refuse the tokens they bought. Sessions that were over anyway need none.
CREATE FUNCTION private.end_all_sessions(p_user_id uuid, p_but uuid) RETURNS text[]
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_now timestamp := private.utc_now();
    v_ended uuid[];
    v_id uuid;
    v_statements text[] := '{}';
BEGIN
    -- Waits for a token that is just being signed; the time of the revocation comes after it.
    WITH ended AS (
        UPDATE public.sessions AS s SET ended_at = v_now
        WHERE s.user_id = p_user_id AND s.ended_at IS NULL AND s.id IS DISTINCT FROM p_but
            AND least(s.expires_at, s.idle_expires_at) > v_now - interval '5 minutes'
        RETURNING s.id
    )
    SELECT array_agg(e.id) INTO v_ended FROM ended AS e;
    IF p_but IS NULL THEN
        RETURN ARRAY[private.revoke(p_user_id)];
    END IF;
    FOREACH v_id IN ARRAY coalesce(v_ended, '{}') LOOP
        v_statements := v_statements || private.revoke(v_id);
    END LOOP;
    RETURN v_statements;
END
$$;
