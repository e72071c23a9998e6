-- A notice to an account's owner about the account itself; `p_details` come on top of which account it is.
CREATE FUNCTION private.notify_account(
    p_account public.accounts, p_event text, p_sentence text, p_details jsonb DEFAULT '{}'
) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    INSERT INTO public.notifications (user_id, type, message, event, details)
    VALUES (p_account.user_id, 'IN_APP', p_sentence, p_event,
        jsonb_build_object('account', coalesce(p_account.name, p_account.iban),
            'currency', p_account.currency, 'account_id', p_account.id) || p_details);
END
$$;
