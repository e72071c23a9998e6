-- Up to 10,000 payments from one account, all or none: checked as a whole first, with a report by row
-- (`row_errors`, and then nothing is done), and posted set by set. The fee of all is one payment of its
-- own, under the batch's id. Exactly once by that id, as a payment is by its own.
-- Every account is locked in the order of ids, as by single payments.
-- With an identification it is made by staff at the counter, for a customer who is open.
-- Raises IP004 not_permitted, IP203 account_unknown, IP205 currency_differs, IP206 id_reused (the batch's or
-- a payment's), IP208 id_missing, IP210 confirmation_required, IP213 batch_invalid, IP262 customer_not_open.
CREATE FUNCTION private.make_batch(
    p_caller private.caller_facts, p_identification text, p_batch_id uuid, p_payer_id uuid,
    p_ids uuid[], p_payee_ids uuid[], p_amounts numeric[], p_currency text, p_notes text[],
    OUT status text, OUT failure_code text, OUT decided_at timestamp, OUT balance_after numeric,
    OUT fee numeric, OUT row_errors jsonb
)
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_at_counter boolean := p_identification IS NOT NULL;
    v_payer public.accounts;
    v_verdict record;
    v_first public.batches;
    v_digest bytea;
BEGIN
    IF p_batch_id IS NULL OR EXISTS (SELECT FROM unnest(p_ids) AS i (id) WHERE i.id IS NULL) THEN
        RAISE EXCEPTION USING ERRCODE = 'IP208', MESSAGE = 'id_missing';
    ELSIF cardinality(p_ids) IS DISTINCT FROM cardinality(p_payee_ids)
        OR cardinality(p_ids) > 10000 OR array_ndims(p_ids) > 1 OR array_ndims(p_payee_ids) > 1
        OR (SELECT count(DISTINCT i.id) <> count(*) FROM unnest(p_ids) AS i (id))
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP213', MESSAGE = 'batch_invalid';
    END IF;
    -- No batch that was decided has a row that cannot be paid, so there is no digest to look for; and as
    -- text ten thousand numbers of 131,072 digits would take more memory than there is.
    IF cardinality(p_amounts) <= 10000 AND cardinality(p_notes) <= 10000 AND length(p_currency) = 3
        AND NOT EXISTS (SELECT FROM unnest(p_amounts) AS r (amount)
            WHERE NOT private.is_amount(r.amount))
        AND NOT EXISTS (SELECT FROM unnest(p_notes) AS r (note) WHERE length(r.note) > 140)
    THEN
        v_digest := sha256(convert_to(jsonb_build_array(p_payer_id, p_currency, p_ids::text,
            p_payee_ids::text, ARRAY(SELECT round(r.amount, 2)
                FROM unnest(p_amounts) WITH ORDINALITY AS r (amount, row) ORDER BY r.row)::text,
            p_notes::text)::text, 'UTF8'));
    END IF;

    -- Whose account it is never changes, so it is asked before anybody's row is locked.
    PERFORM private.batch_owner(p_caller, p_payer_id, v_at_counter);
    PERFORM private.take_turn(p_payer_id);
    PERFORM FROM public.accounts AS a
    WHERE a.id = ANY (p_payee_ids || p_payer_id) ORDER BY a.id FOR NO KEY UPDATE;
    SELECT a.* INTO v_payer FROM public.accounts AS a WHERE a.id = p_payer_id;
    decided_at := private.utc_now();
    IF v_payer.held > 0 THEN
        v_payer := private.release_expired(v_payer, decided_at);
    END IF;
    UPDATE public.batches AS b SET repeats = b.repeats + 1
    WHERE b.id = p_batch_id AND b.initiated_by = p_caller.user_id
        AND (b.digest = v_digest OR b.failure_code = 'abandoned')
    RETURNING b.* INTO v_first;
    IF v_first.id IS NULL THEN
        v_verdict := private.assess_batch(p_caller, v_at_counter, v_payer, p_payee_ids,
            p_amounts, p_currency, p_notes, decided_at);
        row_errors := v_verdict.row_errors;
        IF row_errors IS NOT NULL THEN
            decided_at := NULL;
            RETURN;
        ELSIF v_verdict.needs_confirmation AND NOT p_caller.has_confirmed
            AND v_verdict.failure_code IS NULL
        THEN
            RAISE EXCEPTION USING ERRCODE = 'IP210', MESSAGE = 'confirmation_required';
        END IF;
        v_first := private.post_batch(p_caller.user_id, p_caller.session_id, p_batch_id, v_digest,
            v_payer, p_ids, p_payee_ids, p_amounts, p_notes, v_verdict.failure_code,
            v_verdict.amount, v_verdict.fee, v_verdict.batched_on, v_verdict.batched_day,
            v_verdict.batched_month, decided_at, p_identification);
    END IF;
    status := v_first.status;
    failure_code := v_first.failure_code;
    decided_at := v_first.decided_at;
    balance_after := v_first.payer_balance_after;
    fee := v_first.fee;
END
$$;
