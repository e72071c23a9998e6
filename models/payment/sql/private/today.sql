-- The bank's own day at a moment (UTC): limits begin anew at its midnight.
CREATE FUNCTION private.today(p_at timestamp) RETURNS date
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    RETURN (p_at AT TIME ZONE 'UTC' AT TIME ZONE private.setting('time_zone'))::date;
END
$$;
