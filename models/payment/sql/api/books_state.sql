-- Whether the books balanced when the worker proved it last, and when that was (UTC); nulls before the first
-- proof. For staff: TELLER, SUPERVISOR, AUDITOR, ADMIN. Raises IP001..IP004.
CREATE FUNCTION api.books_state(p_token text, OUT balanced boolean, OUT proved_at timestamp)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
BEGIN
    PERFORM private.require_role((private.caller(p_token)).roles,
        'TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN');
    SELECT (w.state::jsonb ->> 'balanced')::boolean, (w.state::jsonb ->> 'proved_at')::timestamp
    INTO balanced, proved_at
    FROM private.worker_runs AS w WHERE w.job = 'prove_books';
END
$$;
