-- Lets this transaction's commit return before it is on disk: of use where nothing is told that a later call
-- does not write down first. What a crash takes back was never evaluated then: every call that evaluates an
-- answer waits for the disk, and so for all that was committed before it.
CREATE FUNCTION private.do_not_wait_for_the_disk() RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_off text := set_config('synchronous_commit', 'off', true);
BEGIN
END
$$;
