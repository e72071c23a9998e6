-- Up to 10,000 payments from one account, all or none: checked as a whole first, with a report by row
-- (`row_errors`, and then nothing is done), and posted set by set. The fee of all is one payment of its
-- own, under the batch's id. Exactly once by that id, as api.transfer is by a payment's.
-- Raises IP001..IP003, IP005, IP203 account_unknown, IP205 currency_differs, IP206 id_reused (the
-- batch's or a payment's), IP208 id_missing, IP210 confirmation_required, IP213 batch_invalid.
CREATE FUNCTION api.transfer_many(
    p_token text, p_batch_id uuid, p_payer_id uuid, p_ids uuid[], p_payee_ids uuid[],
    p_amounts numeric[], p_currency text, p_notes text[],
    OUT status text, OUT failure_code text, OUT decided_at timestamp, OUT balance_after numeric,
    OUT fee numeric, OUT row_errors jsonb
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.writer(p_token, p_batch_id);
BEGIN
    SELECT m.status, m.failure_code, m.decided_at, m.balance_after, m.fee, m.row_errors
    INTO status, failure_code, decided_at, balance_after, fee, row_errors
    FROM private.make_batch(v_caller, NULL, p_batch_id, p_payer_id, p_ids, p_payee_ids, p_amounts,
        p_currency, p_notes) AS m;
END
$$;
