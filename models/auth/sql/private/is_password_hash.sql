-- Whether a text is what this program keeps of a new password (docs/database.md, Signing in).
CREATE FUNCTION private.is_password_hash(p_hash text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN coalesce(p_hash ~ '^\$sr1\$2b\$1[0-4]\$[./A-Za-z0-9]{22}\$[0-9a-f]{64}$', false);
