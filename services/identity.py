"""Signing up, in and out, the window's lock, and one's own password."""

from __future__ import annotations

import logging
import socket
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models.auth.tables import User
from services import passwords
from services.errors import InstaPayError, InvalidInput, Refused, SessionEnded, Unavailable
from services.person_forms import checked_email, checked_name
from services.proving import prove, refusal
from services.statements import hand_over
from services.values.people import Person, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from services.access import Access, Tokens
    from services.database import Database
    from services.outbox import Outbox

_log = logging.getLogger(__name__)


class Turn(NamedTuple):
    """A sign-in that was announced: what ends the session before it, and its place among the others."""

    end_there: Callable[[], None]
    number: int


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
        email_invalid, password_*, name_invalid (1 to 100 characters); Unavailable: too_many_applications
        (five a day from this station), and as every call.
        """
        name = checked_name(full_name)
        checked = checked_email(email)
        octets = passwords.check_new(password)
        self._auth.call("sign_up", checked, passwords.new_hash(octets), name)

    def expect_sign_in(self) -> Turn:
        """Take the place of whoever sat here, for a `sign_in` that a thread makes; waits for nothing.

        Void with the next one that is expected, and with `cancel_sign_in`: a thread that gets round to
        it late holds no session.
        """
        return Turn(self.leave(), self._access.expect())

    def sign_in(self, *, email: str, password: str, turn: Turn | None = None) -> Person:
        """Open a session on this station, in the four calls of docs/database.md.

        `turn` is what `expect_sign_in` returned; without one it is taken now.

        Where the person `must_change_password`, that is all that is known of them: neither name nor
        roles; `change_password` and then `complete_sign_in` tell the rest.
        Raises InvalidInput: email_*, password_missing, password_too_long, password_has_nul;
        SignInRefused: sign_in_refused (data: tries_left), sign_in_paused (data: retry_after_s);
        Unavailable; SessionEnded when it was cancelled meanwhile.
        """
        begun = self.expect_sign_in() if turn is None else turn
        # Whoever sat here before is gone, also one whose sign-in is only late.
        begun.end_there()
        checked = checked_email(email)
        octets = passwords.check_typed(password)
        station = socket.gethostname()[:100]

        def evaluate(attempt: UUID) -> Mapping[str, Any]:
            return self._auth.call("open_session", attempt, station)

        answer = prove(self._auth, checked, octets, evaluate)
        if answer["session"] is None:
            raise refusal(answer)
        tokens = self._access.begin(answer["session"], begun.number, email=checked)
        if tokens is None:
            self._end(answer["session"])
            raise SessionEnded
        if answer["must_change_password"]:
            return Person(answer["user_id"], checked, "", frozenset(), must_change_password=True)
        if answer["needs_resalt"]:
            self._resalt(tokens, octets)
        return self._completed(tokens)

    def complete_sign_in(self) -> Person:
        """Tell who is signed in, after a password had to be changed. Raises SessionEnded, Unavailable."""
        return self._completed(self._access.current())

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

        answer = prove(self._auth, tokens.email, octets, evaluate, transfer_id)
        if answer["confirm_token"] is None:
            raise refusal(answer)
        return str(answer["confirm_token"])

    def change_password(self, *, current: str, new: str) -> None:
        """Change the signed-in person's password; every other session of theirs ends.

        Raises InvalidInput about `current_password` or `new_password`: password_missing,
        password_too_short, password_too_long, password_has_nul, password_same; SignInRefused as
        `sign_in` does, for a current one that is not right; SessionEnded; Unavailable.
        """
        octets = passwords.check_typed(current, field="current_password")
        new_octets = passwords.check_new(new, field="new_password")
        if new_octets == octets:
            raise InvalidInput("password_same", field="new_password")
        tokens = self._access.current()
        new_hash = passwords.new_hash(new_octets)

        def evaluate(attempt: UUID) -> Mapping[str, Any]:
            return self._auth.call("change_password", tokens.session, attempt, new_hash)

        answer = prove(self._auth, tokens.email, octets, evaluate, new_hash)
        if not answer["changed"]:
            raise refusal(answer)
        hand_over(self._payment, answer["statements"])

    def lock(self) -> None:
        """Lock the window: the access token is forgotten at once, and none is bought until `unlock`.

        Nothing is asked of this program meanwhile, also where Auth cannot be told.
        """
        session = self._access.lock()
        if session is None:
            return
        try:
            self._auth.call("lock", session)
        except (Unavailable, Refused) as error:
            _log.warning("lock: %r", error)

    def unlock(self, *, password: str) -> None:
        """Open the locked window again. Wrong passwords count with those of the sign-in.

        Raises InvalidInput: password_missing, password_too_long, password_has_nul; SignInRefused as
        `sign_in` does; SessionEnded (locked for over a quarter of an hour, say); Unavailable.
        """
        octets = passwords.check_typed(password)
        tokens = self._access.current()

        def evaluate(attempt: UUID) -> Mapping[str, Any]:
            return self._auth.call("unlock", tokens.session, attempt)

        answer = prove(self._auth, tokens.email, octets, evaluate, "unlock")
        if not answer["unlocked"]:
            raise refusal(answer)
        self._access.unlock(tokens)

    def welcome(self, tokens: Tokens | None = None) -> None:
        """Tell Payment the customer's name and see that there is an account. Idempotent.

        With Payment out of reach the sign-in stands; the next look at the accounts tries again.
        """
        try:
            held = self._access.current() if tokens is None else tokens
            statement = self._access.session_call("holder_statement", tokens=held)
            self._payment.call("accept", statement)
            self._access.authorised(
                lambda token: self._payment.call("open_first_account", token), held
            )
        except (Unavailable, Refused) as error:
            _log.warning("first account: %r", error)

    def sign_out(self) -> None:
        """End the session, here and in both databases: `leave`, and what is left to do then."""
        self.leave()()

    def leave(self, of: Tokens | None = None) -> Callable[[], None]:
        """Forget the session at once, waiting for nothing; return what ends it in both databases.

        That is for a thread, and touches no session that begins meanwhile: whoever leaves and whoever
        comes next are two people, however late the bank hears of the first. Where a database cannot be
        reached the worker hands the revocation on, or the token dies within 5 minutes. With `of` it is
        that very session, or none where it is over.
        """
        session = self._access.end(of)
        if of is not None and session is None:
            return lambda: None
        # What this session sent is only asked about from here on.
        close_outbox = self._outbox.let_go()

        def end_there() -> None:
            close_outbox()
            if session is not None:
                self._end(session)

        return end_there

    def _end(self, session: str) -> None:
        try:
            statement = self._auth.call("end_session", session)["end_session"]
        except (Unavailable, Refused) as error:
            _log.warning("sign-out: %r", error)
            return
        hand_over(self._payment, [statement])

    def _resalt(self, tokens: Tokens, octets: bytes) -> None:
        """Give a password from another system a salt of its own; if not now, at the next sign-in."""
        new_hash = passwords.new_hash(octets)

        def evaluate(attempt: UUID) -> Mapping[str, Any]:
            return self._auth.call("resalt_password", tokens.session, attempt, new_hash)

        try:
            prove(self._auth, tokens.email, octets, evaluate, new_hash)
        except InstaPayError as error:
            _log.warning("another salt: %r", error)

    def _completed(self, tokens: Tokens) -> Person:
        person = self._person(tokens)
        if Role.CUSTOMER in person.roles:
            self.welcome(tokens)
            self._outbox.prepare()
        return person

    def _person(self, tokens: Tokens) -> Person:
        user_id = self._access.user_id(tokens)

        def query(session: Session) -> Person:
            user = session.scalars(
                select(User).where(User.id == user_id).options(selectinload(User.roles))
            ).one()
            return Person(
                user_id=user.id,
                email=tokens.email,
                full_name=user.full_name,
                roles=frozenset(Role(each.role) for each in user.roles),
            )

        return self._access.authorised(lambda token: self._auth.read(query, token=token), tokens)
