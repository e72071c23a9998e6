-- A person sees what is about that person. For everybody, not for a role: a member of the group could
-- take the group's policies away (DROP OWNED). In parentheses the function runs once a query, not a row.
CREATE POLICY own_user ON public.users FOR SELECT
    USING (id = (SELECT private.reader_id()));
CREATE POLICY own_roles ON public.user_roles FOR SELECT
    USING (user_id = (SELECT private.reader_id()));
CREATE POLICY own_sessions ON public.sessions FOR SELECT
    USING (user_id = (SELECT private.reader_id()));
