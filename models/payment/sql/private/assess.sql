-- What a payment between two accounts would come to, by rows, tariffs and limits as they stand: its
-- fee, and whether it is refused. The one verdict, for api.quote as for what posts.
-- One query answers for the many (private.plain_verdict). Whatever it does not find, private.assess_closely goes
-- into.
-- `p_is_asked` leaves out holds past their time, which whoever pays has ended before (private.release_expired).
-- An id that is claimed already has no verdict but that (`is_claimed`).
-- Raises IP201 amount_invalid, IP202 payee_unknown, IP203 account_unknown, IP204 payee_is_payer,
-- IP205 currency_differs.
CREATE FUNCTION private.assess(
    p_id uuid, p_actor uuid, p_payer_id uuid, p_payee_id uuid, p_amount numeric, p_currency text,
    p_at timestamp, p_is_asked boolean
) RETURNS private.verdict
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_verdict private.verdict;
BEGIN
    SELECT v.* INTO v_verdict
    FROM private.plain_verdict(p_id, p_actor, p_payer_id, p_payee_id, p_amount, p_currency, p_at) AS v;
    IF FOUND THEN
        RETURN v_verdict;
    END IF;
    RETURN private.assess_closely(p_id, p_actor, p_payer_id, p_payee_id, p_amount, p_currency, p_at,
        p_is_asked);
END
$$;
