-- Which of a currency's sixteen fee accounts this backend pays into, from 1: each its own, by its
-- process id, as those that start together have neighbouring ones.
CREATE FUNCTION private.fee_stripe() RETURNS integer
LANGUAGE sql STABLE
RETURN pg_backend_pid() % 16 + 1;
