-- The time zones of places, and UTC, as Postgres knows them, with what each is ahead of UTC now. Other names are
-- abbreviations, or the server's own.
CREATE FUNCTION private.time_zones() RETURNS TABLE (name text, utc_offset interval)
LANGUAGE sql STABLE
AS $$
    SELECT z.name, z.utc_offset FROM pg_timezone_names AS z
    WHERE z.name = 'UTC' OR split_part(z.name, '/', 1) IN ('Africa', 'America', 'Antarctica', 'Asia',
        'Atlantic', 'Australia', 'Europe', 'Indian', 'Pacific')
$$;
