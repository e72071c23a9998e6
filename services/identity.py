"""Signing up, in and out."""

from __future__ import annotations

import logging
import re
import socket
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models.auth.tables import User
from services import passwords
from services.errors import InvalidInput, Refused, SessionEnded, SignInRefused, Unavailable
from services.values.people import Person, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from services.access import Access, Tokens
    from services.database import Database
    from services.outbox import Outbox

_log = logging.getLogger(__name__)

_MAX_NAME = 100
_MAX_EMAIL = 255
#: Printable ASCII with one @ and a dot behind it; the database holds the same rule.
_EMAIL = re.compile(r"[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+\.[\x21-\x3f\x41-\x7e]+")


class IdentityService:
    """Who sits in front of this window."""

    def __init__(self, auth: Database, payment: Database, access: Access, outbox: Outbox) -> None:
        self._auth = auth
        self._payment = payment
        self._access = access
        self._outbox = outbox

    def sign_up(self, *, email: str, password: str, full_name: str) -> None:
        """Leave an application to become a customer; the bank decides within about a second.

        The answer is the same whether or not the email is known. Raises InvalidInput: email_missing,
        email_invalid, password_*, name_invalid (1 to 100 characters); Unavailable.
        """
        name = " ".join(full_name.split())
        if not 0 < len(name) <= _MAX_NAME or not name.isprintable():
            raise InvalidInput("name_invalid", field="full_name")
        checked = _checked_email(email)
        octets = passwords.check_new(password)
        self._auth.call("sign_up", checked, passwords.new_hash(octets), name)

    def sign_in(self, *, email: str, password: str) -> Person:
        """Open a session on this station, in the four calls of docs/database.md.

        Raises InvalidInput: email_*, password_missing, password_too_long, password_has_nul;
        SignInRefused: sign_in_refused (data: tries_left), sign_in_paused (data: retry_after_s);
        Unavailable; SessionEnded when it was cancelled meanwhile.
        """
        checked = _checked_email(email)
        octets = passwords.check_typed(password)
        # Whoever sat here before is gone, also one whose sign-in is only late.
        self.sign_out()
        generation = self._access.expect()
        station = socket.gethostname()[:100]

        def evaluate(attempt: UUID) -> Mapping[str, Any]:
            return self._auth.call("open_session", attempt, station)

        answer = self._prove(checked, octets, evaluate)
        if answer["session"] is None:
            raise _refusal(answer)
        tokens = self._access.begin(answer["session"], generation, email=checked)
        if tokens is None:
            self._end(answer["session"])
            raise SessionEnded
        person = self._person(checked, tokens)
        if Role.CUSTOMER in person.roles:
            self.welcome()
            self._outbox.prepare()
        return person

    def cancel_sign_in(self) -> None:
        """Make a sign-in that is on its way void: it will hold no session. Waits for nothing."""
        self._access.expect()

    def confirm(self, *, password: str, transfer_id: UUID) -> str:
        """Prove the signed-in person's password for one payment; return the token to send it with.

        The token is good for that payment alone, for two minutes. Wrong passwords count with those of
        the sign-in. Raises InvalidInput: password_missing, password_too_long, password_has_nul;
        SignInRefused as `sign_in` does; SessionEnded; Unavailable.
        """
        octets = passwords.check_typed(password)
        tokens = self._access.current()

        def evaluate(attempt: UUID) -> Mapping[str, Any]:
            return self._auth.call("confirm", tokens.session, attempt, str(transfer_id))

        answer = self._prove(tokens.email, octets, evaluate, transfer_id)
        if answer["confirm_token"] is None:
            raise _refusal(answer)
        return str(answer["confirm_token"])

    def _prove(
        self,
        email: str,
        octets: bytes,
        evaluate: Callable[[UUID], Mapping[str, Any]],
        transfer_id: UUID | None = None,
    ) -> Mapping[str, Any]:
        """Answer a challenge and have the answer evaluated, as calls of their own."""
        try:
            return evaluate(self._answer(email, octets, transfer_id))
        except Unavailable as error:
            if error.code != "attempt_invalid":
                raise
        # Another window of this person got in between answer and evaluation: that voids answers
        # from before it.
        return evaluate(self._answer(email, octets, transfer_id))

    def _answer(self, email: str, octets: bytes, transfer_id: UUID | None) -> UUID:
        """Make the first two calls; return the attempt that is to be evaluated."""
        challenge = self._auth.call("challenge", email)
        key = passwords.client_key(octets, challenge["salt"])
        attempt: UUID = challenge["attempt"]
        self._auth.call("answer", attempt, passwords.proof(key, attempt, transfer_id))
        return attempt

    def welcome(self) -> None:
        """Tell Payment the customer's name and see that there is an account. Idempotent.

        With Payment out of reach the sign-in stands; the next look at the accounts tries again.
        """
        try:
            statement = self._access.session_call("holder_statement")
            self._payment.call("accept", statement)
            self._access.authorised(lambda token: self._payment.call("open_first_account", token))
        except (Unavailable, Refused) as error:
            _log.warning("first account: %r", error)

    def sign_out(self) -> None:
        """End the session, here and in both databases.

        Where a database cannot be reached the session is forgotten here all the same; the worker
        hands the revocation on, or the token dies within 5 minutes.
        """
        # What this session sent is only asked about from here on.
        self._outbox.release()
        session = self._access.end()
        if session is not None:
            self._end(session)

    def _end(self, session: str) -> None:
        try:
            statement = self._auth.call("end_session", session)["end_session"]
            if statement is not None:
                self._payment.call("accept", statement)
        except (Unavailable, Refused) as error:
            _log.warning("sign-out: %r", error)

    def _person(self, email: str, tokens: Tokens) -> Person:
        user_id = self._access.user_id(tokens)

        def query(session: Session) -> Person:
            user = session.scalars(
                select(User).where(User.id == user_id).options(selectinload(User.roles))
            ).one()
            return Person(
                user_id=user.id,
                email=email,
                full_name=user.full_name,
                roles=frozenset(Role(each.role) for each in user.roles),
            )

        return self._access.authorised(lambda token: self._auth.read(query, token=token), tokens)


def _refusal(answer: Mapping[str, Any]) -> SignInRefused:
    """Return what an evaluated answer that was not right means."""
    if answer["retry_after_s"]:
        return SignInRefused("sign_in_paused", retry_after_s=answer["retry_after_s"])
    return SignInRefused("sign_in_refused", tries_left=answer["tries_left"])


def _checked_email(email: str) -> str:
    stripped = email.strip()
    if not stripped:
        raise InvalidInput("email_missing", field="email")
    # ASCII before lower-casing: a dotted I or a full-width letter must not become another address.
    if len(stripped) > _MAX_EMAIL or _EMAIL.fullmatch(stripped) is None:
        raise InvalidInput("email_invalid", field="email")
    return stripped.lower()
