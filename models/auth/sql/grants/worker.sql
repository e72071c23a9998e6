GRANT USAGE ON SCHEMA private TO instapay_worker;
GRANT EXECUTE ON FUNCTION
    private.decide_applications(), private.undelivered_statements(),
    private.statements_delivered(uuid[]), private.forget_attempts(), private.worker_ran(text[]),
    private.seal_audit(), private.newest_head(),
    private.keep_head(text, bigint, integer, bigint, bytea), private.open_desktop_transactions()
TO instapay_worker;
