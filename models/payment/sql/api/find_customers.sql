-- Customers whom a text may mean, for staff: an IBAN or payment address whole (of an account that was closed
-- too), or the beginnings of words of a name, in any order. Fifty by name; of one that many have, the
-- first that are found. Names and nothing else: accounts are read once the customer is opened.
-- Raises IP001..IP003, IP004 not_permitted (no staff).
CREATE FUNCTION api.find_customers(p_token text, p_text text)
RETURNS TABLE (user_id uuid, full_name text, account_count integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
SET enable_seqscan = off
AS $$
DECLARE
    v_caller private.caller_facts := private.caller(p_token);
    v_folded text := private.folded_payee(p_text);
    v_words text[];
    v_word text;
    v_found uuid[];
BEGIN
    PERFORM private.require_role(v_caller.roles, 'TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN');
    IF v_folded IS NOT NULL THEN
        v_found := ARRAY(SELECT a.user_id FROM public.accounts AS a
            WHERE a.iban = v_folded AND a.kind = 'CUSTOMER'
            UNION ALL
            SELECT a.user_id FROM public.payment_addresses AS p
            JOIN public.accounts AS a ON a.id = p.account_id
            WHERE p.address = v_folded AND p.released_at IS NULL);
    ELSE
        v_words := ARRAY(SELECT n.word FROM unnest(private.name_words(left(p_text, 100))) AS n (word)
            ORDER BY length(n.word) DESC);
        v_found := private.with_word(v_words[1], CASE WHEN cardinality(v_words) = 1 THEN 2000 END);
        FOREACH v_word IN ARRAY v_words[2:] LOOP
            -- Few are looked at one by one; of many, the others with that word are read as they lie.
            v_found := CASE WHEN cardinality(v_found) <= 2000
                THEN ARRAY(SELECT f.user_id FROM unnest(v_found) AS f (user_id)
                    WHERE EXISTS (SELECT FROM public.holder_words AS w WHERE w.user_id = f.user_id
                        AND w.word >= v_word AND w.word < v_word || chr(1114111)))
                ELSE ARRAY(SELECT f.user_id FROM unnest(v_found) AS f (user_id)
                    INTERSECT SELECT o.user_id FROM unnest(private.with_word(v_word, NULL)) AS o (user_id))
                END;
        END LOOP;
        v_found := v_found[:2000];
    END IF;
    RETURN QUERY
    SELECT h.user_id, h.full_name::text, (SELECT count(*)::integer FROM public.accounts AS a
        WHERE a.user_id = h.user_id AND a.closed_at IS NULL)
    FROM public.holders AS h
    WHERE h.user_id = ANY (v_found)
    ORDER BY h.full_name, h.user_id
    LIMIT 50;
END
$$;
