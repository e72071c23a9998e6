-- A person sees what is about that person. In parentheses the function runs once a query, not a row.
CREATE POLICY own_user ON public.users FOR SELECT TO instapay_desktop
    USING (id = (SELECT private.reader_id()));
CREATE POLICY own_roles ON public.user_roles FOR SELECT TO instapay_desktop
    USING (user_id = (SELECT private.reader_id()));
CREATE POLICY own_sessions ON public.sessions FOR SELECT TO instapay_desktop
    USING (user_id = (SELECT private.reader_id()));
