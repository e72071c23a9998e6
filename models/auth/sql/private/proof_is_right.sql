-- Whether sha256(proof XOR HMAC(StoredKey, attempt)) is the StoredKey: the desktop knew the password,
-- and neither it nor anything that could be used in its place was sent.
CREATE FUNCTION private.proof_is_right(p_stored_key bytea, p_attempt uuid, p_proof bytea)
RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
    v_block bytea := p_stored_key || decode(repeat('00', 32), 'hex');
BEGIN
    RETURN sha256(private.exclusive_or(p_proof, private.hmac_sha256(
        private.exclusive_or(v_block, decode(repeat('36', 64), 'hex')),
        private.exclusive_or(v_block, decode(repeat('5c', 64), 'hex')),
        convert_to(p_attempt::text, 'UTF8')))) = p_stored_key;
END
$$;
