-- Whether a number can stand in a rule: an amount of money, or nothing at all.
CREATE FUNCTION private.is_figure(p_amount numeric) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN coalesce(p_amount = 0 OR private.is_amount(p_amount), false);
