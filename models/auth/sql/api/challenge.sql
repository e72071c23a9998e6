-- First call of a sign-in: the salt to hash the password with, and an attempt to answer.
-- An email that nobody has gets a salt of its own, computed for known ones too, so that neither the
-- answer nor its time tells whether it is known.
-- Raises IP005, IP111 too_many_challenges (300 of this login's in five minutes wait for an answer, or 3,000 have
-- got one: nobody fills the table by answering).
CREATE FUNCTION api.challenge(p_email text) RETURNS TABLE (attempt uuid, salt text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    -- ASCII before lower(): full-width and dotted letters must not fold into somebody's address.
    -- The length is asked for apart: counted in the pattern it would take half of this function's time.
    v_email text := CASE WHEN length(p_email) BETWEEN 3 AND 255 AND p_email ~ '^[!-~]+$'
        THEN lower(p_email COLLATE "C") ELSE '' END;
    v_fake text := private.fake_salt(v_email);
    v_hash text := (private.person_of(v_email)).password_hash;
    v_recent timestamp := private.utc_now() - interval '5 minutes';
BEGIN
    PERFORM private.refuse_started_transaction();
    PERFORM private.do_not_wait_for_the_disk();
    -- By a variable, as a clock that is asked for each row keeps the index out.
    IF EXISTS (SELECT FROM public.sign_in_attempts AS a
            WHERE a.database_role = session_user AND a.answered_at IS NULL AND a.created_at > v_recent
            OFFSET 299)
        OR EXISTS (SELECT FROM public.sign_in_attempts AS a
            WHERE a.database_role = session_user AND a.answered_at > v_recent OFFSET 2999)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP111', MESSAGE = 'too_many_challenges';
    END IF;
    -- Whose attempt it is gets written nowhere: a foreign key's check would tell by what it reads and writes.
    RETURN QUERY
    INSERT INTO public.sign_in_attempts AS a (email) VALUES (v_email)
    RETURNING a.id, coalesce(substr(v_hash, 5, 29), v_fake);
END
$$;
