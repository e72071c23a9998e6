-- Seconds until another try counts, from the tries that failed before it: none for the first five,
-- then a minute, doubling to a quarter of an hour, from the last answer on.
CREATE FUNCTION private.pause_s(p_failures bigint, p_last_answer timestamp) RETURNS integer
LANGUAGE sql VOLATILE
RETURN CASE WHEN p_failures < 5 THEN 0 ELSE greatest(0, ceil(extract(epoch FROM
    p_last_answer
    + least(interval '1 minute' * power(2, least(p_failures - 5, 10)), interval '15 minutes')
    - private.utc_now())))::integer END;
