-- Whether this can be an amount of money. Checked wherever one comes in, as NUMERIC(18,2) on a
-- function's argument is ignored, and NaN passes `>= 0`.
CREATE FUNCTION private.is_amount(p_amount numeric) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN coalesce(p_amount > 0 AND p_amount <= 9999999999999999.99 AND p_amount = trunc(p_amount, 2), false);
