"""What Postgres says, as an error of ours: the one mapping of SQLSTATEs, told apart by code only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg2

from services.errors import (
    InstaPayError,
    InvalidInput,
    Refused,
    SchemaMismatch,
    SessionEnded,
    Unavailable,
)

if TYPE_CHECKING:
    from models.heads import Database

#: SQLSTATE -> (class, code). Class IP is our own: docs/database.md lists who raises which.
_OWN: dict[str, tuple[type[InstaPayError], str]] = {
    "IP001": (SessionEnded, "session_ended"),
    "IP002": (SessionEnded, "session_ended"),
    "IP003": (SessionEnded, "session_ended"),
    "IP004": (Refused, "not_permitted"),
    "IP007": (Unavailable, "changed_meanwhile"),
    "IP101": (Unavailable, "attempt_invalid"),
    "IP102": (SessionEnded, "session_ended"),
    "IP103": (InvalidInput, "sign_up_invalid"),
    "IP104": (Unavailable, "too_many_applications"),
    "IP105": (Unavailable, "password_change_required"),
    "IP106": (InvalidInput, "password_unchanged"),
    "IP107": (Unavailable, "session_locked"),
    "IP108": (Refused, "not_oneself"),
    "IP109": (Refused, "user_unknown"),
    "IP110": (Refused, "email_taken"),
    "IP111": (Unavailable, "too_many_challenges"),
    "IP201": (InvalidInput, "amount_invalid"),
    "IP202": (Refused, "payee_unknown"),
    "IP203": (Refused, "account_unknown"),
    "IP204": (InvalidInput, "payee_is_payer"),
    "IP205": (InvalidInput, "currency_differs"),
    "IP206": (Refused, "id_reused"),
    "IP207": (InvalidInput, "note_invalid"),
    "IP209": (Refused, "holder_unknown"),
    "IP210": (Refused, "confirmation_required"),
    "IP211": (InvalidInput, "expiry_invalid"),
    "IP212": (Refused, "transaction_unknown"),
    "IP213": (InvalidInput, "batch_invalid"),
    "IP214": (Refused, "not_reversible"),
    "IP215": (Refused, "already_reversed"),
    "IP216": (InvalidInput, "reason_invalid"),
    "IP217": (Refused, "account_not_empty"),
    "IP218": (InvalidInput, "freeze_invalid"),
    "IP219": (Refused, "too_many_questions"),
    "IP220": (InvalidInput, "payee_invalid"),
    "IP221": (Refused, "question_unknown"),
    "IP222": (Refused, "address_taken"),
    "IP223": (InvalidInput, "address_invalid"),
    "IP224": (Refused, "has_address"),
    "IP225": (InvalidInput, "contact_invalid"),
    "IP226": (Refused, "contact_unknown"),
    "IP227": (Refused, "too_many_contacts"),
    "IP228": (Refused, "too_many_holds"),
    "IP229": (InvalidInput, "period_invalid"),
    "IP230": (InvalidInput, "filter_invalid"),
    "IP231": (Refused, "batch_not_offered"),
    "IP232": (Refused, "too_many_batch_rows"),
    "IP261": (Refused, "customer_unknown"),
    "IP262": (Refused, "customer_not_open"),
    "IP263": (InvalidInput, "account_invalid"),
    "IP264": (Refused, "too_many_accounts"),
    "IP265": (InvalidInput, "customer_note_invalid"),
    "IP270": (Refused, "till_not_open"),
    "IP271": (Refused, "till_already_open"),
    "IP272": (Refused, "till_unknown"),
    "IP274": (InvalidInput, "count_invalid"),
    "IP275": (Refused, "vault_lacks_cash"),
    "IP276": (Refused, "drawer_lacks_cash"),
    "IP277": (Refused, "already_counted"),
    "IP278": (Refused, "approvals_waiting"),
    "IP279": (Refused, "till_not_counted"),
    "IP280": (Refused, "counts_differ"),
    "IP296": (Refused, "rule_changed"),
    "IP297": (Refused, "rule_unknown"),
    "IP298": (InvalidInput, "rule_invalid"),
    "IP299": (InvalidInput, "setting_invalid"),
    "55P03": (Unavailable, "server_busy"),  # lock_not_available
    "40001": (Unavailable, "server_busy"),  # serialization_failure
    "40P01": (Unavailable, "server_busy"),  # deadlock_detected
    "57014": (Unavailable, "server_busy"),  # query_canceled: statement_timeout
    "53100": (Unavailable, "server_storage_full"),  # disk_full
    "53200": (Unavailable, "server_busy"),  # out_of_memory
    "53300": (Unavailable, "server_busy"),  # too_many_connections
    "0A000": (
        Unavailable,
        "server_unreachable",
    ),  # feature_not_supported: known tokens on a standby
    "25006": (Unavailable, "server_unreachable"),  # read_only_sql_transaction: a standby answered
    "42501": (Refused, "not_permitted"),  # insufficient_privilege
}
#: Classes that mean the connection is gone: 08 connection exception, 57P admin shutdown.
_LOST = ("08", "57P")
#: A database without our functions or tables.
_MISSING = frozenset({"3F000", "42883", "42P01", "42703"})


def translate(error: psycopg2.Error, database: Database) -> InstaPayError | None:
    """Return the error of ours that a database error means; None for a fault of the program."""
    state = error.pgcode
    if state is None:
        # libpq itself: no server spoke. Only these mean a lost or refused connection.
        if isinstance(error, psycopg2.OperationalError | psycopg2.InterfaceError):
            return Unavailable("server_unreachable", database=database)
        return None
    known = _OWN.get(state)
    if known is not None:
        kind, code = known
        return kind(code, database=database)
    if state.startswith(_LOST):
        return Unavailable("server_unreachable", database=database)
    if state in _MISSING:
        return SchemaMismatch("schema_missing", database=database, found=None, expected=None)
    return None


def connection_failure(error: psycopg2.Error, database: Database) -> InstaPayError:
    """Return what a failed attempt to connect means; a refused login is a lost server to its user."""
    return translate(error, database) or Unavailable("server_unreachable", database=database)
