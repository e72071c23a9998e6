-- Every account gets its IBAN as it is made, whoever makes it.
CREATE FUNCTION private.give_iban() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    NEW.iban := coalesce(NEW.iban, private.new_iban());
    RETURN NEW;
END
$$;
CREATE TRIGGER give_iban BEFORE INSERT ON public.accounts
    FOR EACH ROW EXECUTE FUNCTION private.give_iban();
