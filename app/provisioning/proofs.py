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
"""
#: Of each account: its entries are numbered 1 to n, and each balance is the one before and the amount.
_SEQUENCES = """
    SELECT count(DISTINCT e.account_id), min(e.account_id::text)
    FROM (
        SELECT account_id, sequence, amount, balance_after, row_number() OVER w AS place,
            coalesce(lag(balance_after) OVER w, 0) AS before
        FROM public.ledger_entries
        WINDOW w AS (PARTITION BY account_id ORDER BY sequence)
    ) AS e
    WHERE e.sequence <> e.place OR e.balance_after <> e.before + e.amount
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


def _counted(owner: Any, query: str, what: str) -> str:  # noqa: ANN401
    owner.execute(query)
    count, first = owner.fetchone()
    return OK if count == 0 else f"{count} {what}, such as {first}"
