-- What is wrong with a batch's rows, as [{"row": 1, "code": "payee_unknown"}, …] counted from one; null
-- where nothing is. The first fault of a row is named. Rows of the accounts may change afterwards unless
-- the caller has locked them.
CREATE FUNCTION private.batch_errors(
    p_actor uuid, p_payer public.accounts, p_payee_ids uuid[], p_amounts numeric[], p_notes text[],
    p_per_payment numeric, p_at timestamp
) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_errors jsonb;
BEGIN
    SELECT jsonb_agg(jsonb_build_object('row', f.row, 'code', f.code) ORDER BY f.row) INTO v_errors
    FROM (
        SELECT r.row, CASE
            WHEN NOT private.is_amount(r.amount) THEN 'amount_invalid'
            WHEN r.note IS NULL OR length(r.note) > 140
                OR private.controls_text(r.note) THEN 'note_invalid'
            WHEN r.payee_id = p_payer.id THEN 'payee_is_payer'
            WHEN a.user_id IS NULL THEN 'payee_unknown'
            -- Staff who make a batch for a customer are paid by none of its rows.
            WHEN a.user_id = p_actor AND p_actor <> p_payer.user_id THEN 'payee_is_maker'
            WHEN a.currency <> p_payer.currency THEN 'currency_differs'
            WHEN r.amount > p_per_payment THEN 'over_payment_limit'
            WHEN a.closed_at IS NOT NULL
                OR (a.frozen IS NOT NULL
                    AND private.is_frozen(a.frozen, a.frozen_until, 'CREDITS', p_at))
                OR a.balance + sum(r.amount) FILTER (WHERE private.is_amount(r.amount))
                    OVER (PARTITION BY r.payee_id) > 9999999999999999.99
                THEN 'payee_cannot_receive'
        END AS code
        FROM unnest(p_payee_ids, p_amounts, p_notes) WITH ORDINALITY
            AS r (payee_id, amount, note, row)
        LEFT JOIN public.accounts AS a ON a.id = r.payee_id
    ) AS f
    WHERE f.code IS NOT NULL;
    RETURN v_errors;
END
$$;
