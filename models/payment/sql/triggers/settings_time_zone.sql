-- The bank's time zone is one that Postgres knows, and there is one: with any other no payment could tell what
-- day it is. Other settings are nobody's business here.
CREATE FUNCTION private.check_time_zone() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NEW.name <> 'time_zone'
        OR NOT EXISTS (SELECT FROM pg_timezone_names AS z WHERE z.name = NEW.value)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'time_zone_invalid';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER check_time_zone_insert BEFORE INSERT ON private.settings
    FOR EACH ROW WHEN (NEW.name = 'time_zone') EXECUTE FUNCTION private.check_time_zone();
CREATE TRIGGER check_time_zone_update BEFORE UPDATE ON private.settings
    FOR EACH ROW WHEN (OLD.name = 'time_zone' OR NEW.name = 'time_zone')
    EXECUTE FUNCTION private.check_time_zone();
CREATE TRIGGER check_time_zone_delete BEFORE DELETE ON private.settings
    FOR EACH ROW WHEN (OLD.name = 'time_zone') EXECUTE FUNCTION private.check_time_zone();
