GRANT USAGE ON SCHEMA private, api TO instapay_worker;
GRANT EXECUTE ON FUNCTION
    api.accept(text), private.worker_ran(text), private.seal_audit(), private.open_desktop_transactions()
TO instapay_worker;
