-- An account says how its owner appears to strangers, so that a payment need not look the name up: from
-- the day it is opened, and again when Auth states another name. Whoever opens an account holds the
-- holder's row, so that one of the two comes second.
CREATE FUNCTION private.give_shown_as() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    NEW.shown_as := (SELECT private.masked_name(h.full_name) FROM public.holders AS h
        WHERE h.user_id = NEW.user_id);
    RETURN NEW;
END
$$;
CREATE TRIGGER give_shown_as BEFORE INSERT ON public.accounts
    FOR EACH ROW WHEN (NEW.user_id IS NOT NULL) EXECUTE FUNCTION private.give_shown_as();

CREATE FUNCTION private.show_new_name() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    -- Lower id first, as payments lock them.
    PERFORM FROM public.accounts AS a WHERE a.user_id = NEW.user_id ORDER BY a.id FOR NO KEY UPDATE;
    UPDATE public.accounts AS a SET shown_as = private.masked_name(NEW.full_name)
    WHERE a.user_id = NEW.user_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER show_new_name AFTER UPDATE OF full_name ON public.holders
    FOR EACH ROW WHEN (NEW.full_name <> OLD.full_name) EXECUTE FUNCTION private.show_new_name();
