-- Keeps the account that a question reaches, under a name that only the caller sees. One that is kept
-- already gets the new name. 500 a person (settings).
-- Raises IP001..IP003, IP005, IP202 payee_unknown, IP209 holder_unknown (nobody who could pay), IP221
-- question_unknown, IP225 contact_invalid (its name), IP227 too_many_contacts.
CREATE FUNCTION api.add_contact(p_token text, p_question uuid, p_name text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller record;
    v_name text;
    v_reached_by text;
    v_account_id uuid;
    v_contact_id uuid;
BEGIN
    v_caller := private.writer(p_token);
    v_name := private.contact_name(p_name);
    v_reached_by := private.asked_payee(v_caller.user_id, p_question);
    v_account_id := (private.reached_account(v_reached_by)).id;
    PERFORM private.lock_holder(v_caller.user_id);
    UPDATE public.contacts AS c SET name = v_name, reached_by = v_reached_by
    WHERE c.owner_id = v_caller.user_id AND c.account_id = v_account_id
    RETURNING c.id INTO v_contact_id;
    IF FOUND THEN
        RETURN v_contact_id;
    END IF;
    IF private.setting('contacts_per_person')::bigint
        <= (SELECT count(*) FROM public.contacts AS c WHERE c.owner_id = v_caller.user_id)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP227', MESSAGE = 'too_many_contacts';
    END IF;
    INSERT INTO public.contacts (owner_id, account_id, name, reached_by)
    VALUES (v_caller.user_id, v_account_id, v_name, v_reached_by)
    RETURNING id INTO v_contact_id;
    RETURN v_contact_id;
END
$$;
