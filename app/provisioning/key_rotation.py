"""A new signing key for both databases, and the end of the old one.

Payment learns the new key before Auth signs with it, and lets go of the old one after Auth did: wherever
this is interrupted, Payment knows every key that Auth signs with, and a further rotation puts the rest
right.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from psycopg2 import errors

from app.provisioning import keys
from app.provisioning.administration import connect, owner_transaction, record, turn
from services.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from psycopg2.extensions import connection as Connection  # noqa: N812 (a class, named in lower case)

    from app.provisioning.keys import SigningKey

_T = TypeVar("_T")

#: An access token lives for 300 s, a confirmation for 120; the rest is for what is on its way.
GRACE_S = 360
#: A dead key is kept this long: who looks into what happened yesterday may want its id.
_KEPT_S = 86_400
#: Whoever holds a lock longer keeps payments waiting too, and is ended by the worker.
_LOCK_LIMIT = "500ms"
_LOCK_TRIES = 20
_PAUSE_S = 0.25

_RETIRE = """
    UPDATE private.signing_keys SET signs = false,
        verifies_until = private.utc_now() + make_interval(secs => %s)
    WHERE kid <> %s AND (signs OR verifies_until IS NULL)
"""

#: Statements that Payment has not been seen to accept say the same under the new key: their claims,
#: and so the time they were made at, stay as they are. Only what really was signed.
_SIGN_AGAIN = """
    WITH waiting AS (
        SELECT s.id, n.inner_pad, n.outer_pad, n.header || '.' || split_part(s.body, '.', 2) AS message
        FROM public.statements AS s
        JOIN private.signing_keys AS o ON o.header = split_part(s.body, '.', 1)
        JOIN private.signing_keys AS n ON n.kid = %s AND n.kid <> o.kid
        CROSS JOIN LATERAL (SELECT o.header || '.' || split_part(s.body, '.', 2) AS message) AS was
        WHERE s.delivered_at IS NULL AND s.body = was.message || '.' || private.base64url_encode(
            private.hmac_sha256(o.inner_pad, o.outer_pad, convert_to(was.message, 'UTF8')))
    )
    UPDATE public.statements AS s
    SET body = w.message || '.' || private.base64url_encode(
        private.hmac_sha256(w.inner_pad, w.outer_pad, convert_to(w.message, 'UTF8')))
    FROM waiting AS w WHERE s.id = w.id
"""


@dataclass(frozen=True, slots=True)
class Rotation:
    """What a rotation did.

    Attributes:
        kid: id of the key that signs now.
        retiring: ids of keys that still verify, with the UTC time until which they do.
        signed_again: how many statements wait for Payment under the new key.

    """

    kid: str
    retiring: dict[str, datetime]
    signed_again: int


def rotate(auth_url: str, payment_url: str, *, is_at_once: bool = False) -> Rotation:
    """Have Auth sign with a new key; the old one verifies until its tokens have died.

    `is_at_once` is for a key that somebody else may know: it verifies no longer than this takes, and
    desktops buy their access tokens anew.
    Raises Unavailable, Refused: keys_differ (the databases share no signing key).
    """
    with (
        connect(auth_url, "auth") as auth,
        connect(payment_url, "payment") as payment,
        turn(auth.cursor()),
    ):
        key = _teach_payment(auth, payment)
        signed_again = _patiently(lambda: _switch_auth(auth, key, 0 if is_at_once else GRACE_S))
        retiring = _patiently(lambda: _align_payment(auth, payment))
    return Rotation(key.kid, retiring, signed_again)


def _teach_payment(auth: Connection, payment: Connection) -> SigningKey:
    """Make a key that Payment verifies with from now on, while nobody signs with it yet."""
    with owner_transaction(auth) as owner:
        signing = keys.signing_kid(owner)
    key = keys.new_key()
    with owner_transaction(payment) as owner:
        owner.execute("SELECT 1 FROM private.signing_keys WHERE kid = %s", (signing,))
        if owner.fetchone() is None:
            # Two databases that do not belong together: what follows would take keys away.
            raise Refused("keys_differ")
        keys.insert(owner, key)
        record(owner, "key_added", kid=key.kid)
    return key


def _switch_auth(auth: Connection, key: SigningKey, grace_s: int) -> int:
    """Sign with `key` from now on; return how many waiting statements were signed again.

    The lock waits for whoever has just signed with the old key, so that nothing signed by it appears
    afterwards.
    """
    with _hurried(auth) as owner:
        owner.execute("LOCK TABLE private.signing_keys IN ACCESS EXCLUSIVE MODE")
        keys.insert(owner, key)
        owner.execute(_RETIRE, (grace_s, key.kid))
        owner.execute(_SIGN_AGAIN, (key.kid,))
        signed_again: int = owner.rowcount
        owner.execute(
            "DELETE FROM private.signing_keys"
            " WHERE verifies_until < private.utc_now() - make_interval(secs => %s)",
            (_KEPT_S,),
        )
        record(owner, "key_rotated", kid=key.kid, verifies_for_s=grace_s, signed_again=signed_again)
    return signed_again


def _align_payment(auth: Connection, payment: Connection) -> dict[str, datetime]:
    """Give Payment's copies the ends that Auth has set; remove those that Auth does not know."""
    with owner_transaction(auth) as owner:
        owner.execute(
            "SELECT kid, verifies_until, verifies_until > private.utc_now() FROM private.signing_keys"
        )
        found = owner.fetchall()
    ends = {kid: end for kid, end, _ in found}
    with _hurried(payment) as owner:
        owner.execute("SELECT kid, verifies_until FROM private.signing_keys")
        for kid, end in owner.fetchall():
            if kid not in ends:
                owner.execute("DELETE FROM private.signing_keys WHERE kid = %s", (kid,))
                record(owner, "key_removed", kid=kid)
            elif end != ends[kid]:
                owner.execute(
                    "UPDATE private.signing_keys SET signs = false, verifies_until = %s"
                    " WHERE kid = %s",
                    (ends[kid], kid),
                )
                record(owner, "key_retired", kid=kid, verifies_until=str(ends[kid]))
    return {kid: end for kid, end, is_alive in found if is_alive}


@contextmanager
def _hurried(connection: Connection) -> Iterator[Any]:
    """One transaction as the owner that gives up rather than keep others waiting behind it."""
    with owner_transaction(connection) as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{_LOCK_LIMIT}'")
        yield cursor


def _patiently(call: Callable[[], _T]) -> _T:
    """Call again where a lock could not be had. Raises psycopg2.errors.LockNotAvailable at last."""
    for _ in range(_LOCK_TRIES - 1):
        try:
            return call()
        except errors.LockNotAvailable:
            time.sleep(_PAUSE_S)
    return call()
