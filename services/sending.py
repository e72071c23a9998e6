"""Moving money exactly once, whatever happens to the line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from services.database import ConnectionLost
from services.errors import (
    InstaPayError,
    InvalidInput,
    OutcomeUnknown,
    Refused,
    SessionEnded,
    Unavailable,
)
from services.untold import Untold

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from services.access import Access, Tokens
    from services.database import Database
    from services.outbox import Outbox
    from services.outbox_files import Kept, Order

    #: The fields of `private.outcome` as texts, and whether the server sent a notice.
    Answer: TypeAlias = tuple[list[str | None], bool]

_Order = TypeVar("_Order", bound="Order")
_Outcome = TypeVar("_Outcome")
_T = TypeVar("_T")

#: How long the thread that commits money waits: longer than a commit that waits for a standby should.
SEND_LIMIT_S = 15.0
#: Where `private.outcome` says that the commit has not waited for the disk.
_AWAITS_FLUSH = 5


def asking(payment: Database, function: str, *arguments: object) -> Callable[[str], Answer]:
    """Return what makes one call with a token; once more where accounts have changed meanwhile."""
    return unless_changed(
        lambda token: payment.call_watching_notices(
            function, token, *arguments, limit_s=SEND_LIMIT_S
        )
    )


def unless_changed(ask_once: Callable[[str], _T]) -> Callable[[str], _T]:
    """Return what asks as `ask_once` does, and once more where things have changed meanwhile."""

    def ask(token: str) -> _T:
        try:
            return ask_once(token)
        except Unavailable as error:
            if error.code != "changed_meanwhile":
                raise
        # An account was frozen, or the id claimed, while the bank was at it: nothing was done, and
        # asked again it goes by how things stand now.
        return ask_once(token)

    return ask


def flushing(
    payment: Database, transfer_id: UUID, ask: Callable[[str], Answer]
) -> Callable[[str], Answer]:
    """Return what makes a call as `ask` does and waits for the disk where the call's commit did not.

    The call answers `private.outcome`. What it asks for raises ConnectionLost where the wait did not
    succeed: the payment was made, and could be lost with the server.
    """

    def ask_and_flush(token: str) -> Answer:
        row, has_notice = ask(token)
        if row[_AWAITS_FLUSH] == "t":
            has_notice |= payment.flush(transfer_id, SEND_LIMIT_S)
        return row, has_notice

    return ask_and_flush


def decided(order_id: UUID, answer: Answer) -> list[str | None]:
    """Return an answer's fields. Raises OutcomeUnknown where a commit gave up waiting for a standby."""
    row, has_notice = answer
    if has_notice:
        raise OutcomeUnknown(order_id)
    return row


def asked_again(payment: Database, call: Callable[[], _T], about: UUID) -> _T:
    """Return what `call` answers, which does a thing once; call it once more where its answer was lost.

    It must be of one session both times: whoever signs in meanwhile has not asked for it. Raises what
    the first call does; Unavailable where it has not left, OutcomeUnknown where no answer came.
    """
    try:
        return call()
    except ConnectionLost as error:
        if error.data.get("database") != payment.name:
            # It was Auth, asked for a token: nothing has left.
            raise Unavailable(error.code, **error.data) from error
    # The connection broke while it was on its way. The same can be asked again; but whatever is
    # answered now, short of an outcome, says nothing about the first call.
    try:
        return call()
    except InstaPayError as error:
        raise OutcomeUnknown(about) from error


class Sending(Generic[_Order, _Outcome]):
    """Keeps an order on disk, sends it, and learns what became of it where no answer came."""

    def __init__(
        self,
        payment: Database,
        access: Access,
        outbox: Outbox,
        *,
        kind: type[_Order],
        call: Callable[[_Order, Tokens], _Outcome],
        read: Callable[[UUID, _Order | None, list[str | None]], _Outcome],
        settled_after: frozenset[str],
        on_answered: Callable[[UUID], object] = lambda _order_id: None,
    ) -> None:
        """`call` sends an order in a session, `read` reads what the bank answered for one.

        Refusals of a repeat with a code of `settled_after` say that the order cannot be made any more,
        not whether it was made already or is still on its way: only settling decides that.
        """
        self._payment = payment
        self._access = access
        self._outbox = outbox
        self._kind = kind
        self._call = call
        self._read = read
        self._settled_after = settled_after
        self._on_answered = on_answered
        self._untold = Untold(outbox, access)

    def hold(self, order_id: UUID) -> None:
        """Keep an order that is about to be sent, or asked after, until `told`."""
        self._untold.hold(order_id)

    def told(self, order_id: UUID) -> Callable[[], None]:
        """Ask no more after an order whose person was told; return what drops it, and blocks."""
        return self._untold.told(order_id)

    def send(self, order: _Order, *, on_kept: Callable[[], object] = lambda: None) -> _Outcome:
        """Send it; raises what the call raises, and OutcomeUnknown where no answer came."""
        tokens = self._untold.session(order.id)
        user_id = self._access.user_id(tokens)
        self._outbox.keep(user_id, order)
        on_kept()
        try:
            outcome = self._sent(order, tokens)
        except OutcomeUnknown:
            raise
        except InstaPayError:
            # Whatever else is raised says that the database changed nothing.
            self._answered(user_id, order.id, was_sent=False)
            raise
        self._answered(user_id, order.id)
        return outcome

    def check(self, order_id: UUID) -> _Outcome:
        """Return what became of one whose answer was lost.

        In the session that sent it the call is repeated with the same id. Later the bank is only
        asked, and gives up (`abandoned`) what never arrived. Raises OutcomeUnknown while it cannot be
        told; SessionEnded, Refused (id_reused).
        """
        tokens = self._untold.session(order_id)
        user_id = self._access.user_id(tokens)
        order = self._find(user_id, order_id)
        try:
            if order is not None and self._outbox.holds(order_id):
                outcome = self._repeated(order, tokens)
            else:
                outcome = self._settled(order_id, tokens)
        except Unavailable as error:
            raise OutcomeUnknown(order_id) from error
        except (Refused, InvalidInput) as error:
            if not isinstance(error, SessionEnded):
                # The bank will never say more about this id; of content that it does not take it may
                # still be asked whether it was made.
                self._answered(user_id, order_id, was_sent=isinstance(error, Refused))
            raise
        self._answered(user_id, order_id)
        return outcome

    def unanswered(self) -> tuple[tuple[_Order, Kept], ...]:
        """Return this person's orders of this kind without an outcome, oldest first."""
        kept = self._outbox.unanswered(self._access.user_id())
        return tuple(
            (each.payment, each)
            for each in kept
            if isinstance(each.payment, self._kind) and not self._untold.is_told(each.payment.id)
        )

    def _sent(self, order: _Order, tokens: Tokens) -> _Outcome:
        return asked_again(self._payment, lambda: self._call(order, tokens), order.id)

    def _repeated(self, order: _Order, tokens: Tokens) -> _Outcome:
        try:
            return self._sent(order, tokens)
        except Refused as error:
            if error.code not in self._settled_after:
                raise
            return self._settled(order.id, tokens)

    def _settled(self, order_id: UUID, tokens: Tokens) -> _Outcome:
        answer = self._access.authorised(asking(self._payment, "settle", str(order_id)), tokens)
        found = self._find(self._access.user_id(tokens), order_id)
        return self._read(order_id, found, decided(order_id, answer))

    def _find(self, user_id: UUID, order_id: UUID) -> _Order | None:
        found = self._outbox.find(user_id, order_id)
        return found if isinstance(found, self._kind) else None

    def _answered(self, user_id: UUID, order_id: UUID, *, was_sent: bool = True) -> None:
        self._on_answered(order_id)
        self._untold.answered(user_id, order_id, was_sent=was_sent)
