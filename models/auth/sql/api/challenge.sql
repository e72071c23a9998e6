-- First call of a sign-in: the salt to hash the password with, and an attempt to answer.
-- An email that nobody has gets a salt of its own, computed for known ones too, so that neither the
-- answer nor its time tells whether it is known.
-- Raises IP005.
CREATE FUNCTION api.challenge(p_email text) RETURNS TABLE (attempt uuid, salt text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    -- ASCII before lower(): full-width and dotted letters must not fold into somebody's address.
    v_email text := CASE WHEN p_email ~ '^[\x21-\x7e]{3,255}$' THEN lower(p_email) ELSE '' END;
    v_fake text := private.fake_salt(v_email);
    v_user_id uuid;
    v_hash text;
BEGIN
    PERFORM private.refuse_started_transaction();
    SELECT u.id, u.password_hash INTO v_user_id, v_hash FROM public.users AS u
    WHERE u.email = v_email;
    RETURN QUERY
    INSERT INTO public.sign_in_attempts AS a (email, user_id) VALUES (v_email, v_user_id)
    RETURNING a.id, coalesce(substr(v_hash, 5, 29), v_fake);
END
$$;
