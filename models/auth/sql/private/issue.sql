-- Signs a statement about a person or a session and keeps it for the worker to deliver again.
CREATE FUNCTION private.issue(p_kind text, p_subject uuid, p_claims jsonb) RETURNS text
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_body text := private.sign(p_claims || jsonb_build_object('typ', p_kind, 'sub', p_subject));
BEGIN
    INSERT INTO public.statements (kind, subject, body) VALUES (p_kind, p_subject, v_body);
    RETURN v_body;
END
$$;
