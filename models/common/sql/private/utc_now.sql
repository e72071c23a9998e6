-- The clock that decides: it moves on inside a transaction that somebody holds open.
CREATE FUNCTION private.utc_now() RETURNS timestamp
LANGUAGE sql VOLATILE
RETURN (clock_timestamp() AT TIME ZONE 'UTC');
