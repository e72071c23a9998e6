-- Whether an account is frozen for this side now: DEBITS or CREDITS.
CREATE FUNCTION private.is_frozen(p_frozen text, p_until timestamp, p_side text, p_at timestamp)
RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN p_frozen IS NOT NULL AND p_frozen IN (p_side, 'ALL') AND (p_until IS NULL OR p_until > p_at);
