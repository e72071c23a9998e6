-- Who changes a rule, or that person's session, as private.act_as has said it; null for the owner's own SQL.
CREATE FUNCTION private.acting(p_setting text) RETURNS uuid
LANGUAGE sql STABLE
RETURN nullif(current_setting(p_setting, true), '')::uuid;
