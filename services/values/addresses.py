"""Where a bank's two databases are, and what came of trying."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from services.errors import InstaPayError

#: Which of the addresses: what the window calls its fields.
Place = Literal["auth", "payment", "listen"]


@dataclass(frozen=True, slots=True)
class BankAddresses:
    """What a station needs to reach its bank.

    Attributes:
        auth: libpq URL of the sign-in database, with or without a password.
        payment: the same for the payment database.
        listen: a direct connection to it for live updates, where `payment` is a pooler's; may be empty.
        password: of the login, for URLs without one; may be empty.

    """

    auth: str = field(default="", repr=False)
    payment: str = field(default="", repr=False)
    listen: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    def url(self, place: Place) -> str:
        """Return one of the URLs."""
        return {"auth": self.auth, "payment": self.payment, "listen": self.listen}[place]


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of trying one address.

    Attributes:
        error: what is wrong; None where the database answers and fits this program.
        unprotected_host: whoever is on the network could read along on the way to it; empty where not.

    """

    place: Place
    error: InstaPayError | None = None
    unprotected_host: str = ""
