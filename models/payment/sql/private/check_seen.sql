-- A rule is changed by who has seen what it says now: of two administrators the second one looks again first.
-- `p_changed_at` is when the rule was changed last, `p_seen` what the caller knew of that.
-- Raises IP296 rule_changed, IP297 rule_unknown.
CREATE FUNCTION private.check_seen(p_is_found boolean, p_changed_at timestamp, p_seen timestamp) RETURNS void
LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    IF NOT p_is_found THEN
        RAISE EXCEPTION USING ERRCODE = 'IP297', MESSAGE = 'rule_unknown';
    ELSIF p_changed_at IS DISTINCT FROM p_seen THEN
        RAISE EXCEPTION USING ERRCODE = 'IP296', MESSAGE = 'rule_changed';
    END IF;
END
$$;
