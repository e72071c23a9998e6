"""Proving a password to Auth: challenge, answer and evaluation, each a call of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from services import passwords
from services.errors import SignInRefused, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from services.database import Database


def prove(
    auth: Database,
    email: str,
    octets: bytes,
    evaluate: Callable[[UUID], Mapping[str, Any]],
    bound_to: UUID | str | None = None,
) -> Mapping[str, Any]:
    """Answer a challenge and have the answer evaluated; return what came of it.

    `bound_to` is what the password is proved for, beside signing in (`passwords.proof`).
    Raises what the calls raise.
    """
    try:
        return evaluate(_answer(auth, email, octets, bound_to))
    except Unavailable as error:
        if error.code != "attempt_invalid":
            raise
    # Another window of this person got in between answer and evaluation: that voids answers from before it.
    return evaluate(_answer(auth, email, octets, bound_to))


def refusal(answer: Mapping[str, Any]) -> SignInRefused:
    """Return what an evaluated answer that was not right means."""
    if answer["retry_after_s"]:
        return SignInRefused("sign_in_paused", retry_after_s=answer["retry_after_s"])
    return SignInRefused("sign_in_refused", tries_left=answer["tries_left"])


def _answer(auth: Database, email: str, octets: bytes, bound_to: UUID | str | None) -> UUID:
    """Make the first two calls; return the attempt that is to be evaluated."""
    challenge = auth.call("challenge", email)
    key = passwords.client_key(octets, challenge["salt"])
    attempt: UUID = challenge["attempt"]
    auth.call("answer", attempt, passwords.proof(key, attempt, bound_to))
    return attempt
