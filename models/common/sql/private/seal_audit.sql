-- Seals the rows that are final: those of transactions older than every one still open, which nobody can
-- add to any more. Chaining each row as it is written would cost 72 % of the payments a second.
-- A watermark above the newest transaction means another cluster's numbering: a new era begins.
-- Returns how many rows were sealed.
CREATE FUNCTION private.seal_audit() RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, private, pg_temp
SET client_min_messages = 'warning'
SET debug_print_plan = off
SET lock_timeout = '1s'
SET log_min_error_statement = 'panic'
AS $$
DECLARE
    v_last public.audit_seals;
    v_below xid8;
    v_new record;
BEGIN
    -- One worker at a time; a second one waits here and then finds little to do.
    LOCK TABLE public.audit_seals IN SHARE ROW EXCLUSIVE MODE;
    SELECT s.* INTO v_last FROM public.audit_seals AS s ORDER BY s.id DESC LIMIT 1;
    v_below := pg_snapshot_xmin(pg_current_snapshot());
    IF v_last.id IS NULL THEN
        v_last.era := 1;
        v_last.after_id := 0;
        v_last.below_xid := '0';
        v_last.hash := '';
    ELSIF v_last.below_xid > v_below THEN
        v_last.era := v_last.era + 1;
        v_last.after_id := (SELECT max(s.last_id) FROM public.audit_seals AS s);
        v_last.below_xid := '0';
    END IF;
    v_new := private.audit_hash(v_last.hash, v_last.after_id, v_last.below_xid, v_below);
    IF v_new.row_count > 0 THEN
        INSERT INTO public.audit_seals
            (era, after_id, from_xid, below_xid, row_count, last_id, hash)
        VALUES (v_last.era, v_last.after_id, v_last.below_xid, v_below, v_new.row_count,
            greatest(v_new.last_id, v_last.last_id), v_new.hash);
    END IF;
    RETURN v_new.row_count;
END
$$;
