-- Whom the address or IBAN of a question reaches, by masked name; nothing is found by a part. May be
-- asked again while the question is fresh: it is counted already.
-- Raises IP001..IP003, IP005 (a question of this very transaction could still be taken back), IP202
-- payee_unknown, IP221 question_unknown.
CREATE FUNCTION api.resolve_payee(p_token text, p_question uuid)
RETURNS TABLE (account_id uuid, masked_name text, currency text, reached_by text, is_own boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller record;
    v_account public.accounts;
BEGIN
    v_caller := private.writer(p_token);
    reached_by := private.asked_payee(v_caller.user_id, p_question);
    v_account := private.reached_account(reached_by);
    account_id := v_account.id;
    masked_name := private.counterparty_name(v_account, v_caller.user_id);
    currency := v_account.currency;
    is_own := v_account.user_id = v_caller.user_id;
    RETURN NEXT;
END
$$;
