"""The proofs of the books: one set-based query each, as the owner. They also run on ten million payments.

Memory stays bounded: what does not fit is sorted and grouped on disk.
"""

from __future__ import annotations

from typing import Any

OK = "ok"

_BOOKS = """
    SELECT currency, sum(balance) FROM public.accounts GROUP BY currency HAVING sum(balance) <> 0
"""
#: Of each account: balance = sum of its entries = the last balance_after, their number = last_sequence,
#: held = what its pending payments would take. An entry of no account is found too: no foreign key
#: guards it.
_LEDGER = """
    SELECT count(*), min(coalesce(a.id, e.account_id)::text)
    FROM public.accounts AS a
    FULL JOIN (
        SELECT account_id, sum(amount) AS total, count(*) AS entries
        FROM public.ledger_entries GROUP BY account_id
    ) AS e ON e.account_id = a.id
    LEFT JOIN public.ledger_entries AS l ON l.account_id = a.id AND l.sequence = a.last_sequence
    LEFT JOIN (
        SELECT from_account_id, sum(amount + fee) AS total
        FROM public.transactions WHERE status = 'PENDING' GROUP BY from_account_id
    ) AS h ON h.from_account_id = a.id
    WHERE a.id IS NULL OR a.balance <> coalesce(e.total, 0) OR a.balance <> coalesce(l.balance_after, 0)
        OR a.last_sequence <> coalesce(e.entries, 0) OR a.held <> coalesce(h.total, 0)
        OR a.balance = 'NaN' OR a.held = 'NaN'
"""
#: Of each account: its entries are numbered 1 to n, each balance is the one before and the amount, and
#: none is older than the one before.
_SEQUENCES = """
    SELECT count(DISTINCT e.account_id), min(e.account_id::text)
    FROM (
        SELECT account_id, sequence, amount, balance_after, row_number() OVER w AS place,
            coalesce(lag(balance_after) OVER w, 0) AS before,
            created_at, lag(created_at) OVER w AS before_at
        FROM public.ledger_entries
        WINDOW w AS (PARTITION BY account_id ORDER BY sequence)
    ) AS e
    WHERE e.sequence <> e.place OR e.balance_after <> e.before + e.amount OR e.amount = 'NaN'
        OR e.created_at < e.before_at
"""
#: Of each leg: two entries that sum to zero, of the very amount or fee that a completed payment has.
#: Entries and what they must be go into one grouping, so whatever lacks its other side is found.
_PAIRS = """
    SELECT count(DISTINCT w.id), min(w.id::text)
    FROM (
        SELECT b.id
        FROM (
            SELECT transaction_id AS id, leg, amount, NULL::numeric AS wanted
            FROM public.ledger_entries
            UNION ALL
            SELECT id, 1::smallint, NULL, amount FROM public.transactions WHERE status = 'COMPLETED'
            UNION ALL
            SELECT id, 2::smallint, NULL, fee FROM public.transactions
            WHERE status = 'COMPLETED' AND fee > 0
            UNION ALL
            SELECT reversal_id, 2::smallint, NULL, fee_returned FROM public.reversals
            WHERE fee_returned > 0
        ) AS b
        GROUP BY b.id, b.leg
        HAVING count(b.amount) <> 2 OR sum(b.amount) <> 0 OR count(b.wanted) <> 1
            OR max(b.amount) <> max(b.wanted)
    ) AS w
"""
#: Of each completed payment: its entries are those of its own payer, payee and fee account, at the
#: sequences that it keeps, not older than it; and it says what its payer had then. The fee of a reversal
#: comes back from where it went. A fee account's entry has no sequence in its payment, so those are found
#: among leg 2.
_SIDES = """
    SELECT count(*), min(w.id::text)
    FROM (
        SELECT t.id
        FROM public.transactions AS t
        LEFT JOIN public.ledger_entries AS r ON r.account_id = t.from_account_id
            AND r.sequence = t.payer_sequence AND r.transaction_id = t.id AND r.leg = 1
        LEFT JOIN public.ledger_entries AS e ON e.account_id = t.to_account_id
            AND e.sequence = t.payee_sequence AND e.transaction_id = t.id AND e.leg = 1
        LEFT JOIN public.ledger_entries AS f ON f.account_id = t.from_account_id
            AND f.sequence = t.payer_sequence + 1 AND f.transaction_id = t.id AND f.leg = 2
        WHERE t.status = 'COMPLETED' AND (r.amount <> -t.amount OR e.amount <> t.amount
            OR r.created_at < t.completed_at OR e.created_at < t.completed_at
            OR (t.fee > 0 AND (t.fee_account_id IS NULL OR f.sequence IS NULL))
            OR r.sequence IS NULL OR e.sequence IS NULL
            OR t.payer_balance_after IS DISTINCT FROM
                CASE WHEN t.fee > 0 THEN f.balance_after ELSE r.balance_after END)
        UNION ALL
        SELECT e.transaction_id
        FROM public.ledger_entries AS e JOIN public.transactions AS t ON t.id = e.transaction_id
        WHERE e.leg = 2 AND e.account_id IS DISTINCT FROM CASE
            WHEN (e.amount > 0) = (t.kind = 'REVERSAL')
                THEN CASE WHEN e.amount > 0 THEN t.to_account_id ELSE t.from_account_id END
            ELSE t.fee_account_id END
    ) AS w
"""
#: What CHECKs would say of each payment, were they not planned anew with each one that is made.
_SOUND = """
    SELECT count(*), min(t.id::text)
    FROM public.transactions AS t
    WHERE t.status NOT IN ('PENDING', 'COMPLETED', 'CANCELLED', 'EXPIRED', 'FAILED')
        OR (t.status = 'FAILED') <> (t.failure_code IS NOT NULL)
        OR (t.status = 'PENDING') <> (t.completed_at IS NULL)
        OR (t.failure_code IS DISTINCT FROM 'abandoned' AND (t.from_account_id IS NULL
            OR t.to_account_id IS NULL OR t.currency IS NULL
            OR (t.amount > 0 AND t.amount < 10000000000000000) IS NOT TRUE
            OR t.from_account_id = t.to_account_id))
"""
#: What stands twice so that a payment looks it up once: rules of payments, and names as strangers see them.
_COPIES = """
    SELECT (
        SELECT count(*) FROM (
            (TABLE private.payment_rules EXCEPT SELECT * FROM private.current_rules())
            UNION ALL
            (SELECT * FROM private.current_rules() EXCEPT TABLE private.payment_rules)
        ) AS r
    ) + (
        SELECT count(*) FROM public.accounts AS a JOIN public.holders AS h ON h.user_id = a.user_id
        WHERE a.shown_as IS DISTINCT FROM private.masked_name(h.full_name)
    )
"""


#: Currencies whose payments cost something, and that have no account to take it; and fee accounts that are
#: none.
_FEES = """
    SELECT string_agg(f.currency, ', ' ORDER BY f.currency)
    FROM (
        SELECT DISTINCT r.currency::text FROM private.payment_rules AS r
        WHERE r.maximum > 0 AND cardinality(r.fee_account_ids) = 0
        UNION
        SELECT DISTINCT f.currency::text
        FROM public.fee_accounts AS f JOIN public.accounts AS a ON a.id = f.account_id
        WHERE a.kind <> 'FEES' OR a.currency <> f.currency OR a.closed_at IS NOT NULL
    ) AS f (currency)
"""


def books(owner: Any) -> str:  # noqa: ANN401 (psycopg2 has no public cursor type)
    """Prove that all balances of a currency sum to zero."""
    owner.execute(_BOOKS)
    return "; ".join(f"{currency} is off by {total}" for currency, total in owner.fetchall()) or OK


def ledger(owner: Any) -> str:  # noqa: ANN401
    """Prove that accounts are what their entries and their pending payments make them."""
    return _counted(owner, _LEDGER, "accounts differ from their entries or pending payments")


def sequences(owner: Any) -> str:  # noqa: ANN401
    """Prove that no account's entries have a gap, nor a balance that does not follow."""
    return _counted(owner, _SEQUENCES, "accounts have a gap or a wrong balance in their entries")


def pairs(owner: Any) -> str:  # noqa: ANN401
    """Prove that no entry is without its pair or payment, and no completed payment without entries."""
    return _counted(owner, _PAIRS, "payments and their entries do not match")


def sides(owner: Any) -> str:  # noqa: ANN401
    """Prove that each completed payment's entries are those of its own accounts, and as it says."""
    return _counted(owner, _SIDES, "payments say other than their entries")


def transactions(owner: Any) -> str:  # noqa: ANN401
    """Prove that each payment is one that the rules allow, whoever wrote it."""
    return _counted(owner, _SOUND, "payments are against the rules")


def copies(owner: Any) -> str:  # noqa: ANN401
    """Prove that what payments look up says what it is a copy of."""
    owner.execute(_COPIES)
    (count,) = owner.fetchone()
    return (
        OK if count == 0 else f"{count} rules of payments or names on accounts are not up to date"
    )


def fees(owner: Any) -> str:  # noqa: ANN401
    """Prove that what payments cost has an account to go to, in each currency."""
    owner.execute(_FEES)
    (currencies,) = owner.fetchone()
    return OK if currencies is None else f"fees in {currencies} have no account to go to"


def _counted(owner: Any, query: str, what: str) -> str:  # noqa: ANN401
    owner.execute(query)
    count, first = owner.fetchone()
    return OK if count == 0 else f"{count} {what}, such as {first}"
