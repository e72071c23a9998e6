-- An account as it is once its holds past their time are ended, also while nobody has come to end them:
-- what they hold and what they count against limits is given back, as private.end_hold gives it.
CREATE FUNCTION private.without_expired(p_account public.accounts, p_at timestamp)
RETURNS public.accounts
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    IF p_account.held > 0 THEN
        SELECT p_account.held - coalesce(sum(t.amount + t.fee), 0),
            p_account.spent_day - coalesce(sum(t.amount) FILTER (
                WHERE c.counted AND c.day = p_account.spent_on), 0),
            p_account.spent_month - coalesce(sum(t.amount) FILTER (
                WHERE c.counted AND date_trunc('month', c.day::timestamp)
                    = date_trunc('month', p_account.spent_on::timestamp)), 0)
        INTO p_account.held, p_account.spent_day, p_account.spent_month
        FROM public.transactions AS t
        JOIN public.accounts AS e ON e.id = t.to_account_id
        CROSS JOIN LATERAL (SELECT private.today(t.initiated_at),
            e.user_id <> p_account.user_id) AS c (day, counted)
        WHERE t.from_account_id = p_account.id AND t.status = 'PENDING' AND t.expires_at <= p_at;
    END IF;
    RETURN p_account;
END
$$;
