-- The log of this database, for an auditor: pages and filters as private.audit_page has them. `p_entity` is the
-- id of an account, payment, till or person, an IBAN or a payment address, or any other value of a row, whole;
-- a person stands for all of their accounts too.
-- Raises IP001..IP003, IP004 not_permitted, IP229 period_invalid, IP230 filter_invalid.
CREATE FUNCTION api.audit_log(
    p_token text, p_from timestamp, p_to timestamp, p_actors uuid[], p_event text, p_entity text,
    p_before bigint, p_limit integer
)
RETURNS TABLE (id bigint, at timestamp, service text, event text, actor uuid, session_id uuid,
    station text, payload text, is_sealed boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_caller private.caller_facts := private.caller(p_token);
    v_entities text[];
BEGIN
    PERFORM private.require_role(v_caller.roles, 'AUDITOR');
    PERFORM private.check_audit_filter(p_from, p_to, p_actors, p_event, p_entity);
    IF p_entity IS NOT NULL THEN
        v_entities := ARRAY[p_entity, lower(btrim(p_entity))]
            || ARRAY(SELECT a.id::text FROM public.accounts AS a
                WHERE a.iban = private.folded_payee(p_entity))
            || ARRAY(SELECT d.account_id::text FROM public.payment_addresses AS d
                WHERE d.address = private.folded_payee(p_entity))
            || ARRAY(SELECT a.id::text FROM public.accounts AS a
                WHERE a.user_id = private.as_uuid(lower(btrim(p_entity))));
    END IF;
    RETURN QUERY SELECT l.* FROM private.audit_page(p_from, p_to, p_actors, p_event, v_entities,
        p_before, p_limit) AS l;
END
$$;
