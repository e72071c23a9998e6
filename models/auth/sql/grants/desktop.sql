-- Everything a desktop may do, and nothing else: the calls of `api`, and reading its person's rows
-- without hashes and tokens.
GRANT USAGE ON SCHEMA api, public TO instapay_desktop;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA api TO instapay_desktop;
GRANT EXECUTE ON FUNCTION private.reader_id() TO instapay_desktop;
-- No email: EXPLAIN would count other people's by their index. Whoever signs in has typed it.
GRANT SELECT (id, full_name, created_at, updated_at) ON public.users TO instapay_desktop;
GRANT SELECT ON public.user_roles TO instapay_desktop;
GRANT SELECT (id, user_id, expires_at, rotated_at, idle_expires_at, created_at, ended_at, database_role,
    station) ON public.sessions TO instapay_desktop;
