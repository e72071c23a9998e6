-- Whether sha256(proof XOR HMAC(StoredKey, message)) is the StoredKey: the desktop knew the password,
-- and neither it nor anything that could be used in its place was sent. The message names the attempt,
-- and the payment where it is about one.
CREATE FUNCTION private.proof_is_right(p_stored_key bytea, p_message text, p_proof bytea)
RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
    v_block bytea := p_stored_key || decode(repeat('00', 32), 'hex');
BEGIN
    RETURN sha256(private.exclusive_or(p_proof, private.hmac_sha256(
        private.exclusive_or(v_block, decode(repeat('36', 64), 'hex')),
        private.exclusive_or(v_block, decode(repeat('5c', 64), 'hex')),
        convert_to(p_message, 'UTF8')))) = p_stored_key;
END
$$;
