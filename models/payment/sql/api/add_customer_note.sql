-- Keeps a note about a customer whom the caller has opened, for other staff; it stays as it is written.
-- Returns its id. Raises IP001..IP003, IP004 not_permitted, IP005, IP209 holder_unknown (the caller's own
-- name), IP262 customer_not_open, IP265 customer_note_invalid (1 to 1,000 characters, none that controls or
-- turns text but line breaks).
CREATE FUNCTION api.add_customer_note(p_token text, p_customer_id uuid, p_text text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.writer(p_token);
    v_text text := btrim(p_text, E' \n');
    v_name text;
    v_id uuid;
BEGIN
    PERFORM private.require_open(v_caller, p_customer_id, 'TELLER', 'SUPERVISOR', 'AUDITOR');
    IF (length(v_text) BETWEEN 1 AND 1000 AND NOT private.controls_text(replace(v_text, E'\n', '')))
        IS NOT TRUE
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP265', MESSAGE = 'customer_note_invalid';
    END IF;
    SELECT h.full_name INTO v_name FROM public.holders AS h WHERE h.user_id = v_caller.user_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP209', MESSAGE = 'holder_unknown';
    END IF;
    INSERT INTO public.customer_notes (customer_id, author_id, author_name, text)
    VALUES (p_customer_id, v_caller.user_id, v_name, v_text)
    RETURNING id INTO v_id;
    PERFORM private.record('payment', 'customer_note_added',
        jsonb_build_object('customer_id', p_customer_id, 'note_id', v_id),
        v_caller.user_id, v_caller.session_id);
    RETURN v_id;
END
$$;
