-- A question about whom an address or IBAN reaches: only its ticket. Once that is committed, and so
-- counted, api.resolve_payee, api.claim_address and api.add_contact answer it: a ROLLBACK un-counts
-- nothing that was told. Twenty a minute and 300 a day each (settings); tellers and supervisors, who
-- look customers up for a living, are not counted.
-- Raises IP001..IP003, IP004 not_permitted (neither a customer nor such staff), IP005, IP209
-- holder_unknown, IP219 too_many_questions, IP220 payee_invalid (neither an address nor an IBAN; not
-- counted, as it says nothing about anybody).
CREATE FUNCTION api.ask_payee(p_token text, p_text text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller record;
    v_folded text := private.folded_payee(p_text);
    v_now timestamp;
    v_last_minute bigint;
    v_last_day bigint;
    v_question uuid;
BEGIN
    v_caller := private.writer(p_token);
    IF v_folded IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP220', MESSAGE = 'payee_invalid';
    END IF;
    IF NOT coalesce(v_caller.roles ?| ARRAY['TELLER', 'SUPERVISOR'], false) THEN
        IF NOT coalesce(v_caller.roles ? 'CUSTOMER', false) THEN
            RAISE EXCEPTION USING ERRCODE = 'IP004', MESSAGE = 'not_permitted';
        END IF;
        -- Questions side by side: each waits here for the one before it, and then sees it.
        PERFORM private.lock_holder(v_caller.user_id);
        v_now := private.utc_now();
        SELECT count(*) FILTER (WHERE q.asked_at > v_now - interval '1 minute'), count(*)
        INTO v_last_minute, v_last_day
        FROM public.payee_questions AS q
        WHERE q.user_id = v_caller.user_id AND q.asked_at > v_now - interval '1 day';
        IF v_last_minute >= private.setting('questions_per_minute')::bigint
            OR v_last_day >= private.setting('questions_per_day')::bigint
        THEN
            RAISE EXCEPTION USING ERRCODE = 'IP219', MESSAGE = 'too_many_questions';
        END IF;
    END IF;
    INSERT INTO public.payee_questions (user_id, question) VALUES (v_caller.user_id, v_folded)
    RETURNING id INTO v_question;
    RETURN v_question;
END
$$;
