-- What payments, tellers and the bank go by: limits, fees, limits of the counter and settings, a row each, with who
-- changed it last and when (null: nobody has, or the owner's SQL did). `figures` of a LIMIT are per_payment, per_day,
-- per_month and confirm_from (null: none); of a TARIFF rate, minimum and maximum; of a COUNTER_LIMIT alone_up_to.
-- ADMIN. Raises IP001..IP003, IP004 not_permitted.
CREATE FUNCTION api.rules(p_token text)
RETURNS TABLE (subject text, name text, role text, account_kind text, currency text,
    figures numeric[], value text, changed_at timestamp, changed_by text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.require_role((private.caller(p_token)).roles, 'ADMIN');
    RETURN QUERY
    SELECT r.subject, r.name::text, r.role::text, r.account_kind::text, r.currency::text, r.figures,
        r.value, r.changed_at, h.full_name::text
    FROM (
        SELECT 'LIMIT', l.kind, l.role, l.account_kind, l.currency,
            ARRAY[l.per_payment, l.per_day, l.per_month, l.confirm_from], NULL, l.updated_at, l.updated_by
        FROM public.limits AS l WHERE l.role = 'CUSTOMER'
        UNION ALL
        SELECT 'TARIFF', t.kind, NULL, t.account_kind, t.currency, ARRAY[t.rate, t.minimum, t.maximum],
            NULL, t.updated_at, t.updated_by
        FROM public.tariffs AS t
        UNION ALL
        SELECT 'COUNTER_LIMIT', c.kind, c.role, NULL, c.currency, ARRAY[c.alone_up_to], NULL,
            c.updated_at, c.updated_by
        FROM public.counter_limits AS c
        UNION ALL
        SELECT 'SETTING', s.name, NULL, NULL, NULL, NULL, s.value, n.changed_at, n.changed_by
        FROM private.settings AS s
        LEFT JOIN private.setting_changes AS n ON n.name = s.name
        WHERE s.name IN ('time_zone', 'approval_hours', 'till_variance_alone')
    ) AS r (subject, name, role, account_kind, currency, figures, value, changed_at, changed_by)
    LEFT JOIN public.holders AS h ON h.user_id = r.changed_by
    ORDER BY r.subject, r.name, r.role DESC, r.currency;
END
$$;
