-- Which cluster this database lies in: transactions are numbered by cluster. Null where the server's
-- administrator keeps it secret.
CREATE FUNCTION private.this_cluster() RETURNS text
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    -- A right is looked at as soon as an expression is made ready, so not within one.
    IF has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE') THEN
        RETURN (SELECT c.system_identifier::text FROM pg_catalog.pg_control_system() AS c);
    END IF;
    RETURN NULL;
END
$$;
