-- The words of each name, so that staff find somebody by the beginning of any of them.
CREATE FUNCTION private.keep_words() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    DELETE FROM public.holder_words AS w WHERE w.user_id = NEW.user_id;
    INSERT INTO public.holder_words (word, user_id)
    SELECT n.word, NEW.user_id FROM unnest(private.name_words(NEW.full_name)) AS n (word);
    RETURN NULL;
END
$$;
CREATE TRIGGER keep_words AFTER INSERT OR UPDATE OF full_name ON public.holders
    FOR EACH ROW EXECUTE FUNCTION private.keep_words();
