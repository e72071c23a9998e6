-- The bank's own day at a moment (UTC): limits begin anew at its midnight.
CREATE FUNCTION private.today(p_at timestamp) RETURNS date
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_zone text;
BEGIN
    SELECT s.value INTO STRICT v_zone FROM private.settings AS s WHERE s.name = 'time_zone';
    RETURN (p_at AT TIME ZONE 'UTC' AT TIME ZONE v_zone)::date;
END
$$;
