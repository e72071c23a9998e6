-- The next IBAN: EG, two check digits, bank and branch, 17 digits of account (SWIFT IBAN registry).
-- Check digits after ISO 13616: 98 less the remainder by 97 of the number with EG00 (141600) behind.
CREATE FUNCTION private.new_iban() RETURNS text
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    v_digits text;
BEGIN
    SELECT s.value || lpad(nextval('private.account_numbers')::text, 17, '0') INTO STRICT v_digits
    FROM private.settings AS s WHERE s.name = 'iban_bank_and_branch';
    RETURN 'EG' || lpad((98 - (v_digits || '141600')::numeric % 97)::text, 2, '0') || v_digits;
END
$$;
