-- The first seal that does not fit the rows in its range and the seal before it; null when all do.
CREATE FUNCTION private.broken_seal() RETURNS bigint
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    v_seal public.audit_seals;
    v_previous bytea := '';
    v_found record;
BEGIN
    FOR v_seal IN SELECT s.* FROM public.audit_seals AS s ORDER BY s.id LOOP
        v_found := private.audit_hash(
            v_previous, v_seal.after_id, v_seal.from_xid, v_seal.below_xid);
        IF v_found.hash <> v_seal.hash OR v_found.row_count <> v_seal.row_count THEN
            RETURN v_seal.id;
        END IF;
        v_previous := v_seal.hash;
    END LOOP;
    RETURN NULL;
END
$$;
