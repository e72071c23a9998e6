-- Who has an email, and all else that a sign-in looks up about the person.
-- EXPLAIN and the counters of the caller's own connection tell how many pages a call has read. So one row
-- is fetched for an email that nobody has, too, by the same two statements.
CREATE FUNCTION private.person_of(
    p_email text, OUT user_id uuid, OUT password_hash text,
    OUT is_locked boolean, OUT lockout_lifted_at timestamp
)
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    -- Always one row: plpgsql looks the types up of what it sets to null where there is none.
    SELECT u.id, u.password_hash, u.locked_at IS NOT NULL, u.lockout_lifted_at
    INTO user_id, password_hash, is_locked, lockout_lifted_at
    FROM (VALUES (true)) AS one LEFT JOIN public.users AS u ON u.email = p_email;
    PERFORM FROM public.users AS u
    -- In a query of its own, so that both cases are planned alike.
    WHERE u.ctid = (SELECT CASE WHEN person_of.user_id IS NULL THEN '(0,1)'::tid END);
END
$$;
