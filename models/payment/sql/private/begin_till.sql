-- Opens a till for a teller whose name Payment knows; the float is moved by the caller. Its account is the teller's
-- in that currency, and is at zero. Raises IP209 holder_unknown, IP263 account_invalid (the currency), IP271
-- till_already_open.
CREATE FUNCTION private.begin_till(
    p_caller private.caller_facts, p_id uuid, p_currency text, p_float numeric, p_from_id uuid
) RETURNS public.till_sessions
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_now timestamp := private.utc_now();
    v_name text;
    v_till public.tills;
    v_session public.till_sessions;
BEGIN
    SELECT h.full_name INTO v_name FROM public.holders AS h WHERE h.user_id = p_caller.user_id
    FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP209', MESSAGE = 'holder_unknown';
    ELSIF NOT EXISTS (SELECT FROM public.counter_limits AS l WHERE l.currency = p_currency) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP263', MESSAGE = 'account_invalid';
    ELSIF EXISTS (SELECT FROM public.till_sessions AS s WHERE s.closed_at IS NULL
        AND s.teller_id = p_caller.user_id AND s.currency = p_currency)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP271', MESSAGE = 'till_already_open';
    END IF;
    SELECT t.* INTO v_till FROM public.tills AS t
    WHERE t.teller_id = p_caller.user_id AND t.currency = p_currency;
    IF NOT FOUND THEN
        WITH made AS (
            INSERT INTO public.accounts (currency, kind, name) VALUES (p_currency, 'TILL', 'Till')
            RETURNING id
        )
        INSERT INTO public.tills (teller_id, currency, account_id)
        SELECT p_caller.user_id, p_currency, m.id FROM made AS m
        RETURNING * INTO v_till;
    END IF;
    INSERT INTO public.till_sessions (id, teller_id, teller_name, currency, account_id, business_day,
        opened_at, opening_float, taken_over_from)
    VALUES (p_id, p_caller.user_id, v_name, p_currency, v_till.account_id, private.today(v_now), v_now,
        p_float, p_from_id)
    RETURNING * INTO v_session;
    PERFORM private.record('payment', 'till_opened', jsonb_build_object('till_session_id', p_id,
        'currency', p_currency, 'float', p_float, 'taken_over_from', p_from_id),
        p_caller.user_id, p_caller.session_id);
    RETURN v_session;
END
$$;
