-- What a payment must obey as limits, tariffs, fee accounts and the bank's zone stand: one row a kind of
-- payment, of which private.payment_rules is the copy that payments read.
CREATE FUNCTION private.current_rules() RETURNS SETOF private.payment_rules
LANGUAGE sql STABLE
AS $$
    SELECT l.kind, l.account_kind, l.currency, l.per_payment, l.per_day, l.per_month,
        l.confirm_from, t.rate, t.minimum, t.maximum, s.value,
        ARRAY(SELECT f.account_id FROM public.fee_accounts AS f
            WHERE f.currency = l.currency ORDER BY f.stripe)
    FROM public.limits AS l
    LEFT JOIN public.tariffs AS t
        ON t.kind = l.kind AND t.account_kind = l.account_kind AND t.currency = l.currency
    JOIN private.settings AS s ON s.name = 'time_zone'
    WHERE l.role = 'CUSTOMER'
$$;
