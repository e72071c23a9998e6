-- Who there is, by email, a page at a time: each word of the text is in the name or the email. `p_after` is the last
-- email of the page before; with `p_staff_only` only who is more than a customer. ADMIN.
-- Raises IP004 not_permitted, IP005, IP102 session_ended, IP105 password_change_required, IP107
-- session_locked, IP230 filter_invalid (a text over 100 characters, or a page that is not of 1 to 1,000).
CREATE FUNCTION api.users(
    p_session text, p_text text, p_staff_only boolean, p_after text, p_limit integer
) RETURNS TABLE (user_id uuid, email text, full_name text, roles text[], is_locked boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_words text[];
BEGIN
    PERFORM private.refuse_started_transaction();
    PERFORM private.staff_session(p_session, 'ADMIN');
    IF p_text IS NULL OR length(p_text) > 100 OR p_limit IS NULL OR p_limit NOT BETWEEN 1 AND 1000 THEN
        RAISE EXCEPTION USING ERRCODE = 'IP230', MESSAGE = 'filter_invalid';
    END IF;
    v_words := string_to_array(lower(btrim(p_text)), ' ');
    RETURN QUERY
    SELECT u.id, u.email::text, u.full_name::text,
        ARRAY(SELECT r.role::text FROM public.user_roles AS r WHERE r.user_id = u.id ORDER BY r.role),
        u.locked_at IS NOT NULL
    FROM public.users AS u
    WHERE u.email > coalesce(p_after, '')
        AND NOT EXISTS (SELECT FROM unnest(v_words) AS w (word)
            WHERE strpos(lower(u.full_name), w.word) = 0 AND strpos(u.email, w.word) = 0)
        AND (p_staff_only IS NOT TRUE OR EXISTS (SELECT FROM public.user_roles AS r
            WHERE r.user_id = u.id AND r.role <> 'CUSTOMER'))
    ORDER BY u.email
    LIMIT p_limit;
END
$$;
