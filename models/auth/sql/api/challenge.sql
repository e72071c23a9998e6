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
    v_email text := CASE WHEN p_email ~ '^[\x21-\x7e]{3,255}$' THEN lower(p_email COLLATE "C") ELSE '' END;
    v_fake text := private.fake_salt(v_email);
    v_hash text;
    v_recent timestamp := private.utc_now() - interval '5 minutes';
BEGIN
    PERFORM private.refuse_started_transaction();
    -- By a variable, as a clock that is asked for each row keeps the index out.
    IF 300 <= (SELECT count(*) FROM public.sign_in_attempts AS a
            WHERE a.database_role = session_user AND a.answered_at IS NULL AND a.created_at > v_recent)
        OR 3000 <= (SELECT count(*) FROM public.sign_in_attempts AS a
            WHERE a.database_role = session_user AND a.answered_at > v_recent)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP111', MESSAGE = 'too_many_challenges';
    END IF;
    SELECT u.password_hash INTO v_hash FROM public.users AS u WHERE u.email = v_email;
    -- Whose attempt it is gets written when it is evaluated: a foreign key checked here would take time.
    RETURN QUERY
    INSERT INTO public.sign_in_attempts AS a (email) VALUES (v_email)
    RETURNING a.id, coalesce(substr(v_hash, 5, 29), v_fake);
END
$$;
