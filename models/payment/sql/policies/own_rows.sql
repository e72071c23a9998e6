-- A person sees what belongs to that person. For everybody, not for a role: a member of the group could
-- take the group's policies away (DROP OWNED). In parentheses each function runs once a query, not a row
-- (two calls against 200,002). A payee sees a payment once it is completed;
-- that the bank tried to take one back in vain is the bank's own business.
-- Conditions of a query's own that compare texts, times or ids are leakproof: Postgres asks the cheaper one
-- first, and whether the policy's function was then called shows (an error of a bad token, EXPLAIN). So each
-- policy begins with what is no dearer than one comparison; = ANY is, and stands behind it for the index.
CREATE POLICY own_holder ON public.holders FOR SELECT
    USING (user_id = (SELECT private.reader_id()));
CREATE POLICY readable_accounts ON public.accounts FOR SELECT
    USING (array_position((SELECT private.readable_account_ids()), id) IS NOT NULL
        AND id = ANY ((SELECT private.readable_account_ids())::uuid[]));
-- Entries are always asked for by their account. As a comparison with ANY the planner would count this
-- condition twice, expect a hundredth of the entries, fetch them all and sort: 3.78 ms a page, not 0.89.
CREATE POLICY readable_entries ON public.ledger_entries FOR SELECT
    USING (array_position((SELECT private.readable_account_ids()), account_id) IS NOT NULL);
CREATE POLICY readable_transactions ON public.transactions FOR SELECT
    USING (private.is_readable_payment((SELECT private.readable_account_ids()), from_account_id,
            to_account_id, status, kind)
        AND (from_account_id = ANY ((SELECT private.readable_account_ids())::uuid[])
            OR (status = 'COMPLETED'
                AND to_account_id = ANY ((SELECT private.readable_account_ids())::uuid[]))));
CREATE POLICY own_notifications ON public.notifications FOR SELECT
    USING (user_id = (SELECT private.reader_id()));
