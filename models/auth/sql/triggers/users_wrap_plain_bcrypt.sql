-- A plain bcrypt hash (imported, or written by an older program) is wrapped as it arrives: the row
-- then holds nothing that could be answered with. The other system still knows its salt and hash, so it is
-- to get another salt at the next sign-in.
CREATE FUNCTION private.wrap_plain_bcrypt() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF NEW.password_hash ~ '^\$2[aby]\$[0-9]{2}\$[./A-Za-z0-9]{53}$' THEN
        NEW.password_hash := '$sr1' || left(NEW.password_hash, 29) || '$'
            || encode(sha256(sha256(convert_to(NEW.password_hash, 'UTF8'))), 'hex');
        NEW.needs_resalt := true;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER wrap_plain_bcrypt BEFORE INSERT OR UPDATE OF password_hash ON public.users
    FOR EACH ROW EXECUTE FUNCTION private.wrap_plain_bcrypt();
