-- Whom the texts of a question reach (api.ask_batch), by masked name, in their order; of what reaches nobody the
-- reason. May be asked again while the question is fresh: it is counted already. Nothing is found by a part.
-- Raises IP001..IP003, IP004 not_permitted, IP005 (a question of this very transaction could still be taken back),
-- IP203 account_unknown, IP221 question_unknown (none, another person's, about other texts, or over 5 minutes old),
-- IP231 batch_not_offered, IP262 customer_not_open.
CREATE FUNCTION api.resolve_batch(p_token text, p_question uuid, p_texts text[])
RETURNS TABLE (row_number bigint, account_id uuid, masked_name text, is_own boolean, code text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.writer(p_token);
    v_payer public.accounts;
    v_payer_id uuid;
BEGIN
    SELECT q.payer_account_id INTO v_payer_id FROM public.batch_questions AS q
    WHERE q.id = p_question AND q.user_id = v_caller.user_id
        AND q.row_count = cardinality(p_texts)
        AND q.digest = sha256(convert_to(p_texts::text, 'UTF8'))
        AND q.asked_at > private.utc_now() - interval '5 minutes';
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP221', MESSAGE = 'question_unknown';
    END IF;
    v_payer := private.batch_asked_from(v_caller, v_payer_id);
    RETURN QUERY
    WITH asked AS MATERIALIZED (
        SELECT t.place, private.folded_payee(t.text) AS folded
        FROM unnest(p_texts) WITH ORDINALITY AS t (text, place)
    )
    SELECT k.place, a.id,
        CASE WHEN a.user_id = v_payer.user_id THEN coalesce(a.name, a.iban)
            ELSE coalesce(a.shown_as, a.kind) END::text,
        coalesce(a.user_id = v_payer.user_id, false),
        CASE
            WHEN k.folded IS NULL THEN 'payee_invalid'
            WHEN a.id IS NULL THEN 'payee_unknown'
            WHEN a.id = v_payer.id THEN 'payee_is_payer'
            WHEN a.user_id = v_caller.user_id AND a.user_id <> v_payer.user_id THEN 'payee_is_maker'
            WHEN a.currency <> v_payer.currency THEN 'currency_differs'
        END
    FROM asked AS k
    LEFT JOIN public.payment_addresses AS p ON p.address = k.folded AND p.released_at IS NULL
    LEFT JOIN public.accounts AS i ON i.iban = k.folded
    LEFT JOIN public.accounts AS a ON a.id = coalesce(p.account_id, i.id)
        AND a.kind = 'CUSTOMER' AND a.closed_at IS NULL
    ORDER BY k.place;
END
$$;
