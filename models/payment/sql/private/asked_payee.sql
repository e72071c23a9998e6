-- What the caller has asked by a committed question (api.ask_payee) of the last five minutes.
-- Callers refuse a transaction that has written, so that a question always counts before it is answered.
-- Raises IP221 question_unknown, whether there is none, it is another person's, or too old.
CREATE FUNCTION private.asked_payee(p_user_id uuid, p_question uuid) RETURNS text
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_question text;
BEGIN
    SELECT q.question INTO v_question FROM public.payee_questions AS q
    WHERE q.id = p_question AND q.user_id = p_user_id
        AND q.asked_at > private.utc_now() - interval '5 minutes';
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP221', MESSAGE = 'question_unknown';
    END IF;
    RETURN v_question;
END
$$;
