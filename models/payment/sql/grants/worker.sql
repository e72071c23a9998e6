GRANT USAGE ON SCHEMA private, api TO instapay_worker;
GRANT EXECUTE ON FUNCTION
    api.accept(text), private.worker_ran(text[]), private.seal_audit(), private.newest_head(),
    private.keep_head(text, bigint, integer, bigint, bytea), private.open_desktop_transactions(),
    private.push_notices(), private.prove_books(), private.accounts_to_expire(),
    private.expire_holds(uuid), private.forget_questions(), private.forget_tokens()
TO instapay_worker;
