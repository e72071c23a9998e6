-- A question about whom the rows of a batch from this account would reach: only its ticket, bound to these very
-- texts. Once that is committed, and so counted, api.resolve_batch answers it: a ROLLBACK un-counts nothing that
-- was told. Whoever may send batches from the account may ask: its owner or, for an open customer, a teller or
-- supervisor. So many rows a day each, staff too (setting `batch_rows_per_day`), and each question is in the log.
-- Raises IP001..IP003, IP004 not_permitted, IP005, IP203 account_unknown, IP213 batch_invalid (not 1 to 10,000
-- texts, or one that is missing or over 100 characters), IP231 batch_not_offered, IP232 too_many_batch_rows,
-- IP262 customer_not_open.
CREATE FUNCTION api.ask_batch(p_token text, p_payer_id uuid, p_texts text[]) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.writer(p_token);
    v_rows integer := cardinality(p_texts);
    v_question uuid;
BEGIN
    IF coalesce(v_rows NOT BETWEEN 1 AND 10000, true) OR array_ndims(p_texts) <> 1
        OR EXISTS (SELECT FROM unnest(p_texts) AS t (text)
            WHERE t.text IS NULL OR length(t.text) > 100)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP213', MESSAGE = 'batch_invalid';
    END IF;
    PERFORM private.batch_asked_from(v_caller, p_payer_id);
    -- Questions side by side: each waits here for the one before it, and then sees it.
    PERFORM private.take_turn(v_caller.user_id);
    IF v_rows + coalesce((SELECT sum(q.row_count) FROM public.batch_questions AS q
            WHERE q.user_id = v_caller.user_id
                AND q.asked_at > private.utc_now() - interval '1 day'), 0)
        > private.setting('batch_rows_per_day')::bigint
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP232', MESSAGE = 'too_many_batch_rows';
    END IF;
    INSERT INTO public.batch_questions (user_id, payer_account_id, row_count, digest)
    VALUES (v_caller.user_id, p_payer_id, v_rows, sha256(convert_to(p_texts::text, 'UTF8')))
    RETURNING id INTO v_question;
    PERFORM private.record('payment', 'batch_payees_asked',
        jsonb_build_object('account_id', p_payer_id, 'rows', v_rows),
        v_caller.user_id, v_caller.session_id);
    RETURN v_question;
END
$$;
