-- How one account appears to the owner of another: by its own name where both have one owner, by its
-- owner's masked name elsewhere, and by its kind where it is the bank's.
CREATE FUNCTION private.counterparty_name(p_account public.accounts, p_viewer_id uuid) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
    WHEN p_account.user_id = p_viewer_id THEN coalesce(p_account.name, p_account.iban)
    ELSE coalesce(p_account.shown_as, p_account.kind)
END;
