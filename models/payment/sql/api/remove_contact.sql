-- Takes a contact off the caller's list. Raises IP001..IP003, IP005, IP226 contact_unknown.
CREATE FUNCTION api.remove_contact(p_token text, p_id uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_owner uuid;
BEGIN
    v_owner := (private.writer(p_token)).user_id;
    DELETE FROM public.contacts AS c WHERE c.id = p_id AND c.owner_id = v_owner;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP226', MESSAGE = 'contact_unknown';
    END IF;
END
$$;
