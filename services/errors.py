"""What can go wrong, as a stable code and data; `ui/error_text.py` words it. Standard library only.

Every failure a service raises is one of these. `code` names the sentence, `data` fills it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


class InstaPayError(Exception):
    """Root of the tree.

    Attributes:
        code: stable name of what happened, such as ``amount_invalid``.
        data: values the sentence needs, such as ``{"retry_after_s": 60}``; never a secret.

    """

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data = data

    def __repr__(self) -> str:
        """Show the code and its data."""
        return f"{type(self).__name__}({self.code!r}, {self.data!r})"


class InvalidInput(InstaPayError):  # noqa: N818 (a refusal is an outcome, not an error of the program)
    """What somebody typed cannot be used. `data["field"]` may name the field."""


class Refused(InstaPayError):  # noqa: N818
    """The bank understood and said no: funds, rights, an id used before."""


class SignInRefused(Refused):
    """Wrong email or password, or too many tries.

    Codes: ``sign_in_refused`` (data: tries_left), ``sign_in_paused`` (data: retry_after_s).
    """


class SessionEnded(Refused):
    """The session expired or was ended: sign in again (code ``session_ended``)."""

    def __init__(self, code: str = "session_ended", **data: object) -> None:
        super().__init__(code, **data)


class Unavailable(InstaPayError):  # noqa: N818
    """Nothing was decided; trying later may work.

    Codes: ``server_unreachable`` (data: database), ``server_without_tls`` and
    ``server_certificate_refused`` (data: database, host), ``authorities_missing`` (data: path),
    ``server_busy``, ``changed_meanwhile``, ``server_storage_full``, ``deadline_exceeded``,
    ``attempt_invalid``, ``outbox_unwritable`` (data: path); of an address that is just being typed
    ``host_unknown``, ``host_unreachable``, ``host_no_postgres`` (data: host, port), ``login_refused``
    (data: host, user); of one's own doing ``session_locked`` (until it
    is unlocked), ``password_change_required``, ``too_many_applications``, ``too_many_challenges``.
    """


class OutcomeUnknown(InstaPayError):  # noqa: N818
    """A payment was sent and no answer came: neither success nor failure.

    Code ``outcome_unknown``, data: transfer_id.
    """

    def __init__(self, transfer_id: UUID) -> None:
        super().__init__("outcome_unknown", transfer_id=transfer_id)


class SchemaMismatch(InstaPayError):  # noqa: N818
    """This program and a database do not fit.

    Codes: ``schema_missing``, ``schema_older``, ``schema_newer`` (data: database, found, expected),
    ``databases_swapped`` (data: database).
    """


class ServerFault(InstaPayError):  # noqa: N818
    """The private server cannot be had.

    Codes: ``server_binaries_missing``, ``server_home_unwritable`` (data: path), ``server_disk_full``
    (data: path), ``server_damaged`` (data: path, log), ``server_start_failed`` (data: reason, log).
    """


class SettingsInvalid(InstaPayError):  # noqa: N818
    """A setting cannot be used (code ``settings_invalid``, data: name, reason)."""


class Unexpected(InstaPayError):  # noqa: N818
    """A fault of ours (code ``unexpected``, data: reference to the log)."""
