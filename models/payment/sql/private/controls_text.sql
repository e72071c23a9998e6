-- Whether a text holds control characters, or ones that would turn the direction of what stands beside it
-- on somebody's screen.
CREATE FUNCTION private.controls_text(p_text text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN p_text ~ E'[[:cntrl:]\u202a-\u202e\u2066-\u2069]';
