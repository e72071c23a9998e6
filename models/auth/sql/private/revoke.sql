-- The signed statement that makes Payment refuse every token of a person, or of a session, signed until now.
CREATE FUNCTION private.revoke(p_subject uuid) RETURNS text
LANGUAGE sql VOLATILE
RETURN private.issue('revoke', p_subject,
    jsonb_build_object('not_before', extract(epoch FROM clock_timestamp())));
