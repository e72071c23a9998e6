-- Whether a seal goes on where the one before it ended, and fits that one's hash and the rows in its range.
-- Rows of a later era have ids above `p_until_id`: another cluster's numbers may have been given before.
CREATE FUNCTION private.seal_fits(p_seal public.audit_seals, p_until_id bigint) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE COST 1000000
AS $$
DECLARE
    v_before public.audit_seals;
    v_rows record;
BEGIN
    SELECT s.* INTO v_before FROM public.audit_seals AS s
    WHERE s.id < p_seal.id ORDER BY s.id DESC LIMIT 1;
    IF p_seal.era = v_before.era THEN
        IF p_seal.from_xid <> v_before.below_xid OR p_seal.after_id <> v_before.after_id THEN
            RETURN false;
        END IF;
    ELSIF p_seal.era <> coalesce(v_before.era, 0) + 1 OR p_seal.from_xid <> '0'
        OR p_seal.after_id <> coalesce(v_before.last_id, 0)
    THEN
        RETURN false;
    END IF;
    SELECT h.* INTO v_rows FROM private.audit_hash(coalesce(v_before.hash, ''), p_seal.after_id,
        p_until_id, p_seal.from_xid, p_seal.below_xid) AS h;
    RETURN v_rows.hash = p_seal.hash AND v_rows.row_count = p_seal.row_count
        AND p_seal.last_id = greatest(v_rows.last_id, v_before.last_id);
END
$$;
