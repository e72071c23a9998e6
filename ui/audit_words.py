"""The log of both databases in words: what happened, and what its facts are called.

The one table of these words; a test holds it against every event that the databases write.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.values.audit import AuditLog
from ui.marking import QT_TRANSLATE_NOOP

#: lupdate finds these because the context is written out.
_PAYMENTS = {
    "transfer": QT_TRANSLATE_NOOP("audit", "Payment"),
    "transfer_refused": QT_TRANSLATE_NOOP("audit", "Payment refused"),
    "transfer_held": QT_TRANSLATE_NOOP("audit", "Payment held"),
    "transfer_cancelled": QT_TRANSLATE_NOOP("audit", "Held payment cancelled"),
    "transfer_expired": QT_TRANSLATE_NOOP("audit", "Held payment ran out"),
    "transfer_failed": QT_TRANSLATE_NOOP("audit", "Held payment refused"),
    "transfer_abandoned": QT_TRANSLATE_NOOP("audit", "Payment given up"),
    "reversal": QT_TRANSLATE_NOOP("audit", "Payment reversed"),
    "reversal_refused": QT_TRANSLATE_NOOP("audit", "Reversal refused"),
    "batch": QT_TRANSLATE_NOOP("audit", "Bulk payment"),
    "batch_refused": QT_TRANSLATE_NOOP("audit", "Bulk payment refused"),
    "batch_abandoned": QT_TRANSLATE_NOOP("audit", "Bulk payment given up"),
    "approved": QT_TRANSLATE_NOOP("audit", "Payment approved"),
    "declined": QT_TRANSLATE_NOOP("audit", "Payment declined"),
    "cash_in": QT_TRANSLATE_NOOP("audit", "Cash in"),
    "cash_out": QT_TRANSLATE_NOOP("audit", "Cash out"),
    "counter": QT_TRANSLATE_NOOP("audit", "Payment at the counter"),
    "cash_correction": QT_TRANSLATE_NOOP("audit", "Cash corrected"),
    "till_float": QT_TRANSLATE_NOOP("audit", "Cash from the vault to a till"),
    "till_return": QT_TRANSLATE_NOOP("audit", "Cash from a till to the vault"),
    "till_handover": QT_TRANSLATE_NOOP("audit", "Cash handed to another till"),
    "till_variance": QT_TRANSLATE_NOOP("audit", "Variance booked"),
    "vault_supply": QT_TRANSLATE_NOOP("audit", "Cash supplied to the vault"),
    "till_opened": QT_TRANSLATE_NOOP("audit", "Till opened"),
    "till_counted": QT_TRANSLATE_NOOP("audit", "Till counted"),
    "till_closed": QT_TRANSLATE_NOOP("audit", "Till closed"),
    "variance_accepted": QT_TRANSLATE_NOOP("audit", "Variance accepted"),
    "account_opened": QT_TRANSLATE_NOOP("audit", "Account opened"),
    "account_closed": QT_TRANSLATE_NOOP("audit", "Account closed"),
    "account_frozen": QT_TRANSLATE_NOOP("audit", "Account frozen"),
    "account_released": QT_TRANSLATE_NOOP("audit", "Account released"),
    "batch_payees_asked": QT_TRANSLATE_NOOP("audit", "Asked whom a list of payments reaches"),
    "batches_allowed": QT_TRANSLATE_NOOP("audit", "Bulk payments allowed or not"),
    "address_claimed": QT_TRANSLATE_NOOP("audit", "Payment address taken"),
    "address_released": QT_TRANSLATE_NOOP("audit", "Payment address given up"),
    "customer_opened": QT_TRANSLATE_NOOP("audit", "Customer opened"),
    "customer_note_added": QT_TRANSLATE_NOOP("audit", "Note about a customer added"),
    "rule_changed": QT_TRANSLATE_NOOP("audit", "Rule of payments changed"),
    "audit_exported": QT_TRANSLATE_NOOP("audit", "Log exported"),
    "desktop_role_added": QT_TRANSLATE_NOOP("audit", "Station's login added"),
    "desktop_role_revoked": QT_TRANSLATE_NOOP("audit", "Station's login taken away"),
    "key_added": QT_TRANSLATE_NOOP("audit", "Signing key added"),
    "key_retired": QT_TRANSLATE_NOOP("audit", "Signing key retired"),
    "key_removed": QT_TRANSLATE_NOOP("audit", "Signing key removed"),
}
_SIGN_INS = {
    "sign_in": QT_TRANSLATE_NOOP("audit", "Signed in"),
    "sign_in_refused": QT_TRANSLATE_NOOP("audit", "Sign-in refused"),
    "sign_in_paused": QT_TRANSLATE_NOOP("audit", "Sign-in paused"),
    "sign_out": QT_TRANSLATE_NOOP("audit", "Signed out"),
    "session_locked": QT_TRANSLATE_NOOP("audit", "Window locked"),
    "session_unlocked": QT_TRANSLATE_NOOP("audit", "Window unlocked"),
    "session_unlocked_refused": QT_TRANSLATE_NOOP("audit", "Unlocking refused"),
    "session_unlocked_paused": QT_TRANSLATE_NOOP("audit", "Unlocking paused"),
    "other_session_ended": QT_TRANSLATE_NOOP("audit", "Session elsewhere ended"),
    "sessions_ended": QT_TRANSLATE_NOOP("audit", "Sessions ended"),
    "confirm": QT_TRANSLATE_NOOP("audit", "Payment confirmed with the password"),
    "confirm_refused": QT_TRANSLATE_NOOP("audit", "Confirmation refused"),
    "confirm_paused": QT_TRANSLATE_NOOP("audit", "Confirmation paused"),
    "password_changed": QT_TRANSLATE_NOOP("audit", "Password changed"),
    "password_changed_refused": QT_TRANSLATE_NOOP("audit", "Change of password refused"),
    "password_changed_paused": QT_TRANSLATE_NOOP("audit", "Change of password paused"),
    "password_resalted": QT_TRANSLATE_NOOP("audit", "Password stored anew"),
    "password_resalted_refused": QT_TRANSLATE_NOOP("audit", "Storing the password anew refused"),
    "password_resalted_paused": QT_TRANSLATE_NOOP("audit", "Storing the password anew paused"),
    "password_reset": QT_TRANSLATE_NOOP("audit", "Password reset"),
    "lockout_lifted": QT_TRANSLATE_NOOP("audit", "Pause after wrong passwords lifted"),
    "signed_up": QT_TRANSLATE_NOOP("audit", "Account asked for"),
    "application_dropped": QT_TRANSLATE_NOOP("audit", "Sign-up dropped"),
    "user_created": QT_TRANSLATE_NOOP("audit", "Person added"),
    "user_locked": QT_TRANSLATE_NOOP("audit", "Person locked out"),
    "user_unlocked": QT_TRANSLATE_NOOP("audit", "Person let in again"),
    "role_granted": QT_TRANSLATE_NOOP("audit", "Role granted"),
    "role_revoked": QT_TRANSLATE_NOOP("audit", "Role taken away"),
    "audit_exported": QT_TRANSLATE_NOOP("audit", "Log exported"),
    "desktop_role_added": QT_TRANSLATE_NOOP("audit", "Station's login added"),
    "desktop_role_revoked": QT_TRANSLATE_NOOP("audit", "Station's login taken away"),
    "key_rotated": QT_TRANSLATE_NOOP("audit", "Signing key replaced"),
}
#: By log, in the order in which they are offered.
EVENTS: dict[AuditLog, dict[str, str]] = {
    AuditLog.PAYMENTS: _PAYMENTS,
    AuditLog.SIGN_INS: _SIGN_INS,
}
#: By the names that facts have in the databases.
_FACTS = {
    "account_id": QT_TRANSLATE_NOOP("audit", "Account"),
    "actors": QT_TRANSLATE_NOOP("audit", "People"),
    "address": QT_TRANSLATE_NOOP("audit", "Payment address"),
    "after": QT_TRANSLATE_NOOP("audit", "After"),
    "allowed": QT_TRANSLATE_NOOP("audit", "Allowed"),
    "amount": QT_TRANSLATE_NOOP("audit", "Amount"),
    "batch_id": QT_TRANSLATE_NOOP("audit", "Bulk payment"),
    "before": QT_TRANSLATE_NOOP("audit", "Before"),
    "by": QT_TRANSLATE_NOOP("audit", "By"),
    "closes_at": QT_TRANSLATE_NOOP("audit", "Open until"),
    "counted": QT_TRANSLATE_NOOP("audit", "Counted"),
    "currency": QT_TRANSLATE_NOOP("audit", "Currency"),
    "customer_id": QT_TRANSLATE_NOOP("audit", "Customer"),
    "email": QT_TRANSLATE_NOOP("audit", "Email"),
    "entity": QT_TRANSLATE_NOOP("audit", "About"),
    "event": QT_TRANSLATE_NOOP("audit", "What happened"),
    "expected": QT_TRANSLATE_NOOP("audit", "Expected"),
    "failure_code": QT_TRANSLATE_NOOP("audit", "Why"),
    "fee": QT_TRANSLATE_NOOP("audit", "Fee"),
    "float": QT_TRANSLATE_NOOP("audit", "Float"),
    "from": QT_TRANSLATE_NOOP("audit", "From"),
    "from_account_id": QT_TRANSLATE_NOOP("audit", "Paying account"),
    "is_locked": QT_TRANSLATE_NOOP("audit", "Locked out"),
    "kid": QT_TRANSLATE_NOOP("audit", "Signing key"),
    "kind": QT_TRANSLATE_NOOP("audit", "Kind"),
    "login": QT_TRANSLATE_NOOP("audit", "Login"),
    "made_by": QT_TRANSLATE_NOOP("audit", "Made by"),
    "needs_approval": QT_TRANSLATE_NOOP("audit", "Needs approval"),
    "note_id": QT_TRANSLATE_NOOP("audit", "Note"),
    "operation": QT_TRANSLATE_NOOP("audit", "Change"),
    "original_id": QT_TRANSLATE_NOOP("audit", "Original payment"),
    "others_only": QT_TRANSLATE_NOOP("audit", "Other sessions only"),
    "reason": QT_TRANSLATE_NOOP("audit", "Reason"),
    "role": QT_TRANSLATE_NOOP("audit", "Role"),
    "roles": QT_TRANSLATE_NOOP("audit", "Roles"),
    "rows": QT_TRANSLATE_NOOP("audit", "Payments"),
    "session_id": QT_TRANSLATE_NOOP("audit", "Session"),
    "sessions": QT_TRANSLATE_NOOP("audit", "Sessions"),
    "signed_again": QT_TRANSLATE_NOOP("audit", "Signed again"),
    "station": QT_TRANSLATE_NOOP("audit", "Station"),
    "table": QT_TRANSLATE_NOOP("audit", "Table"),
    "taken_over_from": QT_TRANSLATE_NOOP("audit", "Taken over from"),
    "till_session_id": QT_TRANSLATE_NOOP("audit", "Till"),
    "to": QT_TRANSLATE_NOOP("audit", "To"),
    "to_account_id": QT_TRANSLATE_NOOP("audit", "Receiving account"),
    "transaction_id": QT_TRANSLATE_NOOP("audit", "Payment"),
    "until": QT_TRANSLATE_NOOP("audit", "Until"),
    "user_id": QT_TRANSLATE_NOOP("audit", "Person"),
    "variance": QT_TRANSLATE_NOOP("audit", "Variance"),
    "verifies_for_s": QT_TRANSLATE_NOOP("audit", "Verifies for, in seconds"),
    "verifies_until": QT_TRANSLATE_NOOP("audit", "Verifies until"),
    "what": QT_TRANSLATE_NOOP("audit", "What is frozen"),
}


def event(log: AuditLog, code: str) -> str:
    """Return what happened; of an event of a newer bank its own word."""
    return _worded(EVENTS[log], code)


def fact(key: str) -> str:
    """Return what a fact is called: ``Before: per day`` for one that is within another one."""
    name, _, inner = key.partition(".")
    words = _worded(_FACTS, name)
    if not inner:
        return words
    return QCoreApplication.translate("audit", "{fact}: {part}").format(
        fact=words, part=inner.replace("_", " ")
    )


def _worded(table: dict[str, str], code: str) -> str:
    words = table.get(code)
    if words is None:
        return code.replace("_", " ").capitalize()
    return QCoreApplication.translate("audit", words)
