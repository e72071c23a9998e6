-- Seals the rows that are final: those of transactions older than every one still open, which nobody can
-- add to any more. Chaining each row as it is written would cost 72 % of the payments a second.
-- About 10,000 rows a seal and 40,000 a call at most, so that no backlog outgrows a seal's memory or keeps
-- the worker from its other jobs. A new era begins with a seal even where no row is final yet.
-- Returns how many rows were sealed. Raises IP005.
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
    v_cut xid8;
    v_new record;
    v_is_begun boolean;
    v_count bigint := 0;
BEGIN
    PERFORM private.refuse_started_transaction();
    -- One worker at a time; a second one waits here and then finds little to do.
    LOCK TABLE public.audit_seals IN SHARE ROW EXCLUSIVE MODE;
    SELECT s.* INTO v_last FROM public.audit_seals AS s ORDER BY s.id DESC LIMIT 1;
    v_below := pg_snapshot_xmin(pg_current_snapshot());
    v_is_begun := private.begin_era(v_last, v_below);
    IF v_last.id IS NULL OR v_is_begun THEN
        v_last.era := coalesce(v_last.era, 0) + 1;
        v_last.after_id := coalesce(v_last.last_id, 0);
        v_last.below_xid := '0';
        v_last.hash := coalesce(v_last.hash, '');
    END IF;
    FOR v_turn IN 1..4 LOOP
        -- A transaction's rows stay together.
        SELECT l.xid INTO v_cut FROM public.audit_logs AS l
        WHERE l.xid >= v_last.below_xid AND l.xid < v_below AND l.id + 0 > v_last.after_id
        ORDER BY l.xid OFFSET 10000 LIMIT 1;
        v_cut := coalesce((
            SELECT l.xid FROM public.audit_logs AS l
            WHERE l.xid > v_cut AND l.xid < v_below ORDER BY l.xid LIMIT 1), v_below);
        SELECT h.* INTO v_new
        FROM private.audit_hash(v_last.hash, v_last.after_id, 9223372036854775807,
            v_last.below_xid, v_cut) AS h;
        EXIT WHEN v_new.row_count = 0 AND NOT v_is_begun;
        INSERT INTO public.audit_seals AS s
            (era, after_id, from_xid, below_xid, row_count, last_id, hash)
        VALUES (v_last.era, v_last.after_id, v_last.below_xid, v_cut, v_new.row_count,
            greatest(v_new.last_id, v_last.last_id), v_new.hash)
        RETURNING s.* INTO v_last;
        v_is_begun := false;
        v_count := v_count + v_new.row_count;
        EXIT WHEN v_cut = v_below;
    END LOOP;
    RETURN v_count;
END
$$;
