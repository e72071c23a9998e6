-- Says who changes a rule, for the triggers that write it down (triggers/rules_log.sql), until the transaction's end.
CREATE FUNCTION private.act_as(p_caller private.caller_facts) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    PERFORM set_config('instapay.actor', p_caller.user_id::text, true),
        set_config('instapay.actor_session', p_caller.session_id::text, true);
END
$$;
