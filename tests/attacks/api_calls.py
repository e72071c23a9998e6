"""A well-formed call of each function of `api`, and which other arguments may succeed, changing what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.attacks.bad_inputs import MALFORMED, Input, array, of_type, text
from tests.attacks.soundness import (
    AUDIT_MAY_BE,
    SEALS_MAY_BE,
    Call,
    anything,
    audit_page,
    audited,
    is_account_name,
    is_address,
    is_ahead,
    is_amount,
    is_contact_name,
    is_customer_note,
    is_figure,
    is_given,
    is_in_or_out,
    is_limit,
    is_looked_for,
    is_moments,
    is_note,
    is_page,
    is_rate,
    is_reason,
    is_rows_of,
    is_small,
    is_texts,
    is_variance,
    never,
    seals,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def payment_calls(known: dict[str, str]) -> dict[str, Call]:
    """Return a call of each of Payment's functions. `known` has tokens and ids by their names."""
    token = text(known["token"])
    staff = text(known["staff_token"])
    other_staff = text(known["other_staff_token"])
    auditor = text(known["auditor_token"])
    admin = text(known["admin_token"])

    def id_of(name: str) -> Input:
        return of_type("uuid", known[name])

    accounts = {"p_payer_id": id_of("own"), "p_payee_id": id_of("other")}
    is_payee = {known[each] for each in ("own", "other", "second", "third")}.__contains__
    money = {"p_amount": of_type("numeric", "12.34"), "p_currency": text("EGP")}
    paid = frozenset({"transactions", "accounts", "ledger_entries", "notifications",
        "audit_logs"})  # fmt: skip
    held = frozenset({"transactions", "accounts", "notifications", "audit_logs"})
    paying: dict[str, Callable[[Any], bool]] = {
        "p_id": is_given, "p_payee_id": is_payee, "p_amount": is_amount, "p_note": is_note,
        "p_payer_id": {known["own"], known["second"]}.__contains__,
    }  # fmt: skip
    told = frozenset({"accounts", "notifications", "audit_logs"})
    ruled = {
        "p_kind": text("TRANSFER"), "p_account_kind": text("CUSTOMER"), "p_currency": text("EGP")
    }  # fmt: skip
    at_till = paid | {"cash_slips", "till_sessions"}
    own_cash = paid - {"notifications"}
    is_till = {
        known[each] for each in ("till", "other_till", "counted_till", "closed_till")
    }.__contains__
    served: dict[str, Callable[[Any], bool]] = {
        "p_id": is_given, "p_note": is_note, "p_amount": is_amount, "p_identification": is_reason,
    }  # fmt: skip
    whom: dict[str, Callable[[Any], bool]] = {
        "p_customer_id": {known["person"], known["opened"], known["locked"]}.__contains__
    }
    batch = {
        "p_payer_id": id_of("own"),
        "p_payee_ids": array("uuid", [known["other"]]),
        "p_amounts": array("numeric", ["1.00"]),
        "p_currency": text("EGP"),
        "p_notes": array("text", ["a note"]),
    }
    #: Rows that are wrong are an answer, too: the report.
    rows: dict[str, Callable[[Any], bool]] = {
        "p_payer_id": {known["own"], known["second"]}.__contains__,
        "p_payee_ids": is_rows_of(anything),
        "p_amounts": is_rows_of(anything),
        "p_notes": is_rows_of(anything),
    }
    own: dict[str, Callable[[Any], bool]] = {
        "p_account_id": {known["own"], known["second"]}.__contains__
    }
    any_account: dict[str, Callable[[Any], bool]] = {
        "p_account_id": {
            known[each] for each in ("own", "second", "other", "third", "usd")
        }.__contains__,
        "p_reason": is_reason,
    }
    moment = of_type("timestamp", "2026-01-01")
    period = {"p_from": moment, "p_to": moment}
    looked_for = {**own, "p_from": anything, "p_to": anything, "p_text": is_looked_for}
    return {
        "schema_version": Call({}),
        "accept": Call({"p_statement": text(known["statement"])}, frozenset({"revocations"})),
        "open_first_account": Call({"p_token": token}),
        "my_accounts": Call({"p_token": token}),
        "my_channel": Call({"p_token": token}),
        "books_state": Call({"p_token": staff}),
        "my_contacts": Call({"p_token": token}),
        "my_recent_payees": Call({"p_token": token}),
        "payment_to_repeat": Call({"p_token": token, "p_id": id_of("paid")},
            may_be={"p_id": {known["paid"], known["held"]}.__contains__}),
        "mark_notifications_read": Call(
            {"p_token": token, "p_ids": array("uuid", [known["notice"]])},
            frozenset({"notifications"}), {"p_ids": anything}),
        "ask_payee": Call({"p_token": token, "p_text": text("karim@instapay")},
            frozenset({"payee_questions"}),
            {"p_text": is_address}),
        "resolve_payee": Call({"p_token": token, "p_question": id_of("question")}),
        "add_contact": Call(
            {"p_token": token, "p_question": id_of("question"), "p_name": text("Karim")},
            frozenset({"contacts"}), {"p_name": is_contact_name}),
        "rename_contact": Call(
            {"p_token": token, "p_id": id_of("contact"), "p_name": text("Karim")},
            frozenset({"contacts"}), {"p_name": is_contact_name}),
        "remove_contact": Call({"p_token": token, "p_id": id_of("contact")}, frozenset({"contacts"})),
        "claim_address": Call(
            {"p_token": token, "p_account_id": id_of("second"), "p_question": id_of("free_address")},
            frozenset({"payment_addresses", "audit_logs"}), own),
        "release_address": Call({"p_token": token, "p_account_id": id_of("own")},
            frozenset({"payment_addresses", "audit_logs"}), own),
        "quote": Call({"p_token": token, **accounts, **money}, may_be=paying),
        "transfer": Call(
            {"p_token": token, "p_id": id_of("new"), **accounts, **money, "p_note": text("a note"),
                "p_will_flush": of_type("boolean", "true")},
            paid, {**paying, "p_will_flush": anything}),
        "flush": Call({"p_id": id_of("paid")}, may_be={"p_id": is_given}),
        "hold": Call(
            {"p_token": token, "p_id": id_of("new"), **accounts, **money, "p_note": text("a note"),
                "p_expires_at": of_type("timestamp", known["tomorrow"])}, held, paying),
        "post_held": Call({"p_token": token, "p_id": id_of("held")}, paid, {"p_id": {known["held"]}.__contains__}),
        "cancel_held": Call({"p_token": token, "p_id": id_of("held")}, held),
        "settle": Call({"p_token": token, "p_id": id_of("new")},
            frozenset({"transactions", "audit_logs"}), {"p_id": is_given}),
        "settle_batch": Call({"p_token": token, "p_batch_id": id_of("new")},
            frozenset({"batches", "audit_logs"}), {"p_batch_id": is_given}),
        "quote_many": Call({"p_token": token, **batch}, may_be=rows),
        "transfer_many": Call(
            {"p_token": text(known["batch_token"]), "p_batch_id": id_of("new"), "p_ids": array("uuid", [known["fresh"]]),
                **batch},
            paid | {"batches"}, {**rows, "p_ids": is_rows_of(is_given)}),
        "counter_quote_many": Call(
            {**batch, "p_token": staff, "p_payer_id": id_of("other"), "p_payee_ids": array("uuid", [known["own"]])},
            may_be={**rows, "p_payer_id": {known["other"]}.__contains__}),
        "counter_transfer_many": Call(
            {**batch, "p_token": staff, "p_batch_id": id_of("new"), "p_ids": array("uuid", [known["fresh"]]),
                "p_payer_id": id_of("other"), "p_payee_ids": array("uuid", [known["own"]]),
                "p_identification": text("a card")},
            paid | {"batches"},
            {**rows, "p_batch_id": is_given, "p_ids": is_rows_of(is_given),
                "p_payer_id": {known["other"]}.__contains__,
                "p_identification": is_reason}),
        "batch_accounts": Call({"p_token": token}),
        "ask_batch": Call(
            {"p_token": token, "p_payer_id": id_of("own"), "p_texts": array("text", ["karim@instapay"])},
            frozenset({"batch_questions", "audit_logs"}), {"p_texts": is_texts}),
        "resolve_batch": Call(
            {"p_token": token, "p_question": id_of("batch_question"),
                "p_texts": array("text", ["karim@instapay"])}),
        "statement": Call(
            {"p_token": token, "p_account_id": id_of("own"), "p_from": moment, "p_to": moment},
            may_be={**own, "p_from": anything, "p_to": anything}),
        "balance_at": Call({"p_token": token, "p_account_id": id_of("own"), "p_at": moment},
            may_be={**own, "p_at": anything}),
        "balances_at": Call(
            {"p_token": token, "p_account_id": id_of("own"),
                "p_moments": array("timestamp", ["2026-01-01", "2026-02-01"])},
            may_be={**own, "p_moments": is_moments}),
        "history": Call(
            {"p_token": token, "p_account_id": id_of("own"), **period, "p_direction": text("all"),
                "p_text": text("karim"), "p_before": of_type("bigint", "9"),
                "p_limit": of_type("integer", "10")},
            may_be={**looked_for, "p_direction": {"all", "in", "out"}.__contains__, "p_before": anything,
                "p_limit": is_page}),
        "payments_waiting": Call(
            {"p_token": token, "p_account_id": id_of("own"), **period, "p_text": text("karim")},
            may_be=looked_for),
        "payments_not_made": Call(
            {"p_token": token, "p_account_id": id_of("own"), **period, "p_text": text("karim"),
                "p_before": moment, "p_before_id": id_of("new"), "p_limit": of_type("integer", "10")},
            # A key is whole or none.
            may_be={**looked_for, "p_before": is_given, "p_before_id": is_given, "p_limit": is_page}),
        "reverse": Call(
            {"p_token": staff, "p_id": id_of("new"), "p_original_id": id_of("paid"),
                "p_reason": text("a mistake"), "p_from_bank": of_type("boolean", "false")},
            paid | {"reversals"},
            {"p_id": is_given, "p_reason": is_reason, "p_from_bank": anything}),
        "freeze": Call(
            {"p_token": staff, "p_account_id": id_of("other"), "p_what": text("ALL"),
                "p_reason": text("a reason"), "p_until": of_type("timestamp", known["tomorrow"])},
            told, {**any_account, "p_what": {"DEBITS", "CREDITS", "ALL"}.__contains__,
                "p_until": is_ahead}),
        "release": Call(
            {"p_token": staff, "p_account_id": id_of("third"), "p_reason": text("a reason")},
            told, any_account),
        "allow_batches": Call(
            {"p_token": staff, "p_account_id": id_of("third"), "p_allowed": of_type("boolean", "true"),
                "p_reason": text("a reason")},
            told, {**any_account, "p_allowed": anything}),
        "close_account": Call({"p_token": token, "p_account_id": id_of("second")},
            told | {"payment_addresses"}),
        "open_till": Call(
            {"p_token": staff, "p_id": id_of("new"), "p_currency": text("USD"), "p_float": of_type("numeric", "0")},
            frozenset({"till_sessions", "tills", "accounts", "audit_logs"}),
            {"p_id": is_given, "p_currency": {"USD", "EUR"}.__contains__,
                "p_float": {"0", "-0.00"}.__contains__}),
        "my_tills": Call({"p_token": staff}),
        "my_closed_tills": Call({"p_token": staff}),
        "tills_to_take_over": Call({"p_token": staff}),
        "move_till_cash": Call(
            {"p_token": staff, "p_id": id_of("new"), "p_direction": text("TO_VAULT"), "p_currency": text("EGP"),
                "p_amount": of_type("numeric", "12.34"), "p_note": text("a note")},
            own_cash, {"p_id": is_given, "p_note": is_note, "p_direction": {"FROM_VAULT"}.__contains__,
                "p_amount": is_small}),
        "cash": Call(
            {"p_token": staff, "p_id": id_of("new"), "p_kind": text("CASH_IN"), "p_account_id": id_of("other"),
                **money, "p_identification": text("a card"), "p_note": text("a note")},
            at_till, {**served, "p_kind": {"CASH_IN", "CASH_OUT"}.__contains__}),
        "counter_transfer": Call(
            {"p_token": staff, "p_id": id_of("new"), "p_payer_id": id_of("other"), "p_payee_id": id_of("own"),
                **money, "p_identification": text("a card"), "p_note": text("a note")},
            at_till, {**served, "p_payee_id": is_payee}),
        "counter_quote": Call(
            {"p_token": staff, "p_payer_id": id_of("other"), "p_payee_id": id_of("own"), **money},
            may_be={"p_payee_id": is_payee, "p_amount": is_amount}),
        "slip": Call({"p_token": staff, "p_id": id_of("cash")},
            may_be={"p_id": {known["cash"], known["waiting"]}.__contains__}),
        "correct_cash": Call(
            {"p_token": staff, "p_id": id_of("new"), "p_original_id": id_of("cash"), "p_reason": text("a mistake")},
            at_till | {"reversals"}, {"p_id": is_given, "p_reason": is_reason}),
        "approvals": Call({"p_token": other_staff}),
        "counter_channel": Call({"p_token": staff}),
        "approve": Call({"p_token": other_staff, "p_id": id_of("waiting")}, paid | {"cash_slips"}),
        "decline": Call(
            {"p_token": other_staff, "p_id": id_of("waiting"), "p_reason": text("a reason")},
            held | {"cash_slips"}, {"p_reason": is_reason}),
        "count_till": Call(
            {"p_token": other_staff, "p_id": id_of("other_till"), "p_counts": of_type("jsonb", '{"5": 1}')},
            frozenset({"till_sessions", "audit_logs"}),
            # Another one that was counted so already answers again.
            {"p_id": {known["counted_till"]}.__contains__}),
        "close_till": Call({"p_token": other_staff, "p_id": id_of("counted_till"), "p_reason": text("a reason")},
            own_cash | {"till_sessions"},
            # One that is closed stays closed, whatever the reason.
            {"p_reason": anything, "p_id": {known["closed_till"]}.__contains__}),
        "take_over_till": Call(
            {"p_token": staff, "p_id": id_of("new"), "p_from_id": id_of("counted_till"),
                "p_counts": of_type("jsonb", '{"5": 1}'), "p_reason": text("a reason")},
            own_cash | {"till_sessions", "tills"}, {"p_id": is_given, "p_reason": is_reason}),
        "accept_variance": Call({"p_token": staff, "p_id": id_of("closed_till")},
            frozenset({"till_sessions", "audit_logs"})),
        "supply_vault": Call(
            {"p_token": staff, "p_id": id_of("new"), "p_currency": text("EGP"),
                "p_amount": of_type("numeric", "12.34"), "p_reason": text("a reason")},
            own_cash, {"p_id": is_given, "p_currency": {"EGP", "USD", "EUR"}.__contains__,
                "p_amount": is_in_or_out(known["vault_cash"]),
                "p_reason": is_reason}),
        "till_slips": Call(
            {"p_token": staff, "p_till_id": id_of("till"), "p_before": of_type("integer", "9"),
                "p_limit": of_type("integer", "9")},
            may_be={"p_till_id": is_till, "p_before": anything, "p_limit": anything}),
        "till_sheet": Call({"p_token": staff, "p_till_id": id_of("till")}, may_be={"p_till_id": is_till}),
        "tills": Call({"p_token": staff, "p_day": of_type("date", "2026-01-01")}, may_be={"p_day": anything}),
        "audit_log": Call({"p_token": auditor, **period, **audited(known), **audit_page()},
            may_be=AUDIT_MAY_BE),
        "verify_seals": Call({"p_token": auditor, **seals()}, may_be=SEALS_MAY_BE),
        "kept_heads": Call({"p_token": auditor, "p_after": of_type("bigint", "0")},
            may_be={"p_after": anything}),
        "note_audit_export": Call({"p_token": auditor, **period, **audited(known)},
            frozenset({"audit_logs"}), AUDIT_MAY_BE),
        "money_today": Call({"p_token": staff, "p_day": of_type("date", "2026-01-01")},
            may_be={"p_day": anything}),
        "books": Call({"p_token": staff}),
        "rules": Call({"p_token": admin}),
        "time_zones": Call({"p_token": admin}),
        "set_limit": Call(
            {"p_token": admin, **ruled, "p_seen": of_type("timestamp", known["seen_limits"]),
                "p_per_payment": of_type("numeric", "70000"), "p_per_day": of_type("numeric", "100000"),
                "p_per_month": of_type("numeric", "400000"), "p_confirm_from": of_type("numeric", "5000")},
            frozenset({"limits", "payment_rules", "audit_logs"}),
            {"p_per_payment": is_limit, "p_per_day": is_limit, "p_per_month": is_limit,
                "p_confirm_from": is_limit}),
        "set_tariff": Call(
            {"p_token": admin, **ruled, "p_seen": of_type("timestamp", known["seen_tariffs"]),
                "p_rate": of_type("numeric", "0.002"), "p_minimum": of_type("numeric", "1"),
                "p_maximum": of_type("numeric", "30")},
            frozenset({"tariffs", "payment_rules", "audit_logs"}),
            {"p_rate": is_rate, "p_minimum": is_figure, "p_maximum": is_figure}),
        "set_counter_limit": Call(
            {"p_token": admin, "p_role": text("TELLER"), "p_kind": text("CASH_IN"), "p_currency": text("EGP"),
                "p_seen": of_type("timestamp", known["seen_counter_limits"]),
                "p_alone_up_to": of_type("numeric", "90000")},
            frozenset({"counter_limits", "audit_logs"}), {"p_alone_up_to": is_figure}),
        "set_setting": Call(
            {"p_token": admin, "p_name": text("till_variance_alone"), "p_seen": of_type("timestamp", None),
                "p_value": text("75")},
            frozenset({"settings", "setting_changes", "audit_logs"}), {"p_value": is_variance}),
        "find_customers": Call({"p_token": staff, "p_text": text("karim")},
            may_be={"p_text": anything}),
        "open_customer": Call(
            {"p_token": staff, "p_customer_id": id_of("person"), "p_reason": text("a reason")},
            frozenset({"customer_openings", "audit_logs"}), {**whom, "p_reason": is_reason}),
        "customer_accounts": Call({"p_token": staff, "p_customer_id": id_of("opened")}),
        "customer_notes": Call({"p_token": staff, "p_customer_id": id_of("opened")}),
        "add_customer_note": Call(
            {"p_token": staff, "p_customer_id": id_of("opened"), "p_text": text("a note")},
            frozenset({"customer_notes", "audit_logs"}), {"p_text": is_customer_note}),
        "open_account": Call(
            {"p_token": staff, "p_id": id_of("new"), "p_customer_id": id_of("opened"),
                "p_currency": text("EGP"), "p_name": text("Savings")},
            told, {"p_id": is_given, "p_name": is_account_name,
                "p_currency": {"EGP", "USD", "EUR"}.__contains__}),
    }  # fmt: skip


_SIDES = ("p_payer_id", "p_payee_id")


def is_unsound(call: Call, replaced: dict[str, Input]) -> bool:
    """Tell whether a call with these arguments must be refused."""
    sides = [
        (replaced.get(name) or call.arguments[name]).value
        for name in _SIDES
        if name in call.arguments
    ]
    # Each of one's accounts may pay the other one, and none itself.
    if len(sides) == len(_SIDES) and sides[0] == sides[1]:
        return True
    return any(
        each.value is MALFORMED
        or not (
            each.value == call.arguments[name].value or call.may_be.get(name, never)(each.value)
        )
        for name, each in replaced.items()
    )


def is_malformed(replaced: dict[str, Input]) -> bool:
    return any(each.value is MALFORMED for each in replaced.values())
