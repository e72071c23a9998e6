-- Gives an account of the caller's the address of a question, so that trying names costs questions.
-- One address an account. A released one, or a closed account's, rests for 90 days (settings), as people
-- go on paying to it; its own account may take it back at any time. Reserved names are never given, with
-- dots and dashes in them neither. Whoever has the address already gets it as the answer.
-- Raises IP001..IP003, IP005, IP203 account_unknown (not the caller's, or closed), IP221 question_unknown,
-- IP222 address_taken (taken, resting or reserved), IP223 address_invalid (the question was about an
-- IBAN), IP224 has_address.
CREATE FUNCTION api.claim_address(p_token text, p_account_id uuid, p_question uuid) RETURNS text
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
    v_address text;
    v_held text;
    v_now timestamp;
    v_rested_since timestamp;
BEGIN
    v_caller := private.writer(p_token);
    v_address := private.asked_payee(v_caller.user_id, p_question);
    IF strpos(v_address, '@') = 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'IP223', MESSAGE = 'address_invalid';
    END IF;
    -- Two claims for one account: the second waits here and then sees what the first one got.
    v_account := private.lock_own_account(v_caller.user_id, p_account_id);
    IF v_account.closed_at IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP203', MESSAGE = 'account_unknown';
    END IF;
    SELECT p.address INTO v_held FROM public.payment_addresses AS p
    WHERE p.account_id = p_account_id AND p.released_at IS NULL;
    IF v_held = v_address THEN
        RETURN v_address;
    ELSIF v_held IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'IP224', MESSAGE = 'has_address';
    END IF;
    IF translate(split_part(v_address, '@', 1), '._-', '')
        = ANY (string_to_array(private.setting('reserved_addresses'), ','))
    THEN
        RAISE EXCEPTION USING ERRCODE = 'IP222', MESSAGE = 'address_taken';
    END IF;
    v_now := private.utc_now();
    v_rested_since := v_now
        - make_interval(days => private.setting('address_rest_days')::integer);
    -- Two claims of one address: the second waits here for the first one's end.
    INSERT INTO public.payment_addresses AS p (address, account_id, claimed_at)
    VALUES (v_address, p_account_id, v_now)
    ON CONFLICT (address) DO UPDATE
    SET account_id = excluded.account_id, claimed_at = excluded.claimed_at, released_at = NULL
    WHERE p.account_id = excluded.account_id
        OR coalesce(p.released_at, (SELECT a.closed_at FROM public.accounts AS a
            WHERE a.id = p.account_id)) <= v_rested_since;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'IP222', MESSAGE = 'address_taken';
    END IF;
    PERFORM private.record('payment', 'address_claimed',
        jsonb_build_object('account_id', p_account_id, 'address', v_address),
        v_caller.user_id, v_caller.session_id);
    RETURN v_address;
END
$$;
