-- Claims a batch's id and posts its payments, whose rows have been checked and whose accounts are
-- locked; a refused one is recorded as FAILED. Returns the batch.
-- Raises IP206 id_reused (the batch's, or one of the payments').
CREATE FUNCTION private.post_batch(
    p_actor uuid, p_session_id uuid, p_batch_id uuid, p_digest bytea, p_payer public.accounts,
    p_ids uuid[], p_payee_ids uuid[], p_amounts numeric[], p_notes text[], p_failure_code text,
    p_amount numeric, p_fee numeric, p_batched_on date, p_batched_day numeric,
    p_batched_month numeric, p_at timestamp, p_identification text
) RETURNS public.batches
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_batch public.batches;
    v_fees public.accounts;
    v_at timestamp := p_at;
BEGIN
    IF p_failure_code IS NULL THEN
        SELECT greatest(p_at, max(a.last_entry_at)) INTO v_at
        FROM public.accounts AS a WHERE a.id = ANY (p_payee_ids || p_payer.id);
    END IF;
    INSERT INTO public.batches (id, payer_account_id, initiated_by, digest, row_count, currency,
        amount, fee, status, failure_code, decided_at, payer_balance_after, identification)
    VALUES (p_batch_id, p_payer.id, p_actor, p_digest, cardinality(p_ids), p_payer.currency,
        p_amount, CASE WHEN p_failure_code IS NULL THEN p_fee ELSE 0.00 END,
        CASE WHEN p_failure_code IS NULL THEN 'COMPLETED' ELSE 'FAILED' END,
        p_failure_code, v_at,
        CASE WHEN p_failure_code IS NULL THEN p_payer.balance - p_amount - p_fee END,
        p_identification)
    ON CONFLICT DO NOTHING
    RETURNING * INTO v_batch;
    IF v_batch.id IS NULL THEN
        -- Somebody was faster: the same call, or its settling.
        UPDATE public.batches AS b SET repeats = b.repeats + 1
        WHERE b.id = p_batch_id AND b.initiated_by = p_actor
            AND (b.digest = p_digest OR b.failure_code = 'abandoned')
        RETURNING b.* INTO v_batch;
        IF FOUND THEN
            RETURN v_batch;
        END IF;
        RAISE EXCEPTION USING ERRCODE = 'IP206', MESSAGE = 'id_reused';
    END IF;
    PERFORM private.record('payment',
        CASE WHEN p_failure_code IS NULL THEN 'batch' ELSE 'batch_refused' END,
        jsonb_build_object('batch_id', p_batch_id, 'from_account_id', p_payer.id,
            'rows', cardinality(p_ids), 'amount', p_amount, 'currency', p_payer.currency,
            'fee', p_fee, 'failure_code', p_failure_code)
            || CASE WHEN p_identification IS NULL THEN '{}'
                ELSE jsonb_build_object('identification', p_identification) END,
        p_actor, p_session_id);
    IF p_failure_code IS NULL THEN
        PERFORM private.book_batch(p_actor, p_session_id, p_batch_id, p_payer, p_ids, p_payee_ids,
            p_amounts, p_notes, v_at);
        IF p_fee > 0 THEN
            -- Last, so that others with fees for it do not wait for all the rows.
            SELECT a.* INTO v_fees FROM public.accounts AS a
            WHERE a.id = private.fee_account_id(p_payer.currency) FOR NO KEY UPDATE;
        END IF;
        PERFORM private.book_batch_fee(p_actor, p_batch_id, p_payer, v_fees, p_amount, p_fee,
            cardinality(p_ids), v_at);
        UPDATE public.accounts AS a
        SET batched_on = p_batched_on, batched_day = p_batched_day, batched_month = p_batched_month
        WHERE a.id = p_payer.id;
    END IF;
    RETURN v_batch;
END
$$;
