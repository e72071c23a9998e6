"""The sums of a till: what came in, what went out, what should be there, and what was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from services.values.money import Money
    from services.values.tills import TillSheet


@dataclass(frozen=True, slots=True)
class Sum:
    """A line of sums.

    Attributes:
        key: its name among the controls.
        money: signed by what it does to the drawer, but for what should be there and what was.
        reason: why it differs; empty elsewhere.
        is_total: what those above it come to.

    """

    key: str
    words: str
    money: Money
    reason: str = ""
    is_total: bool = False


def movements(figures: TillSheet) -> list[Sum]:
    """Return what moved cash, from the float on; what never happened is left out, but for cash."""
    opening, from_vault = QCoreApplication.translate("till", "Opening float"), figures.from_vault
    if figures.was_taken_over:
        opening = QCoreApplication.translate("till", "Taken over from another till")
    else:
        from_vault -= figures.opening_float
    found = [Sum("float", opening, figures.opening_float)]
    found += [
        Sum(
            "cash_in",
            _counted(QCoreApplication.translate("till", "Cash in"), figures.cash_in_count),
            figures.cash_in,
        ),
        Sum(
            "cash_out",
            _counted(QCoreApplication.translate("till", "Cash out"), figures.cash_out_count),
            -figures.cash_out,
        ),
    ]
    if figures.correction_count:
        words = _counted(
            QCoreApplication.translate("till", "Corrections"), figures.correction_count
        )
        found.append(Sum("corrections", words, figures.corrections))
    if from_vault.amount:
        found.append(
            Sum("from_vault", QCoreApplication.translate("till", "From the vault"), from_vault)
        )
    to_vault = _to_vault_before_closing(figures)
    if to_vault.amount:
        found.append(Sum("to_vault", QCoreApplication.translate("till", "To the vault"), -to_vault))
    return found


def sums(figures: TillSheet) -> list[Sum]:
    """Return the movements, what they come to and, once it was counted, what was found."""
    expected = figures.expected if figures.expected is not None else figures.drawer
    found = [
        *movements(figures),
        Sum(
            "expected",
            QCoreApplication.translate("till", "Should be in the drawer"),
            expected,
            is_total=True,
        ),
    ]
    if figures.counted is not None and figures.variance is not None:
        found.append(
            Sum(
                "counted",
                QCoreApplication.translate("till", "Counted"),
                figures.counted,
                is_total=True,
            )
        )
        difference = figures.variance
        reason = figures.variance_reason or ""
        words = QCoreApplication.translate("till", "Difference")
        found.append(Sum("variance", words, difference, reason, is_total=True))
    return found


def _counted(words: str, count: int) -> str:
    return QCoreApplication.translate("till", "{what} ({count})").format(what=words, count=count)


def _to_vault_before_closing(figures: TillSheet) -> Money:
    """Return what went to the vault while it was open: closing sends all that was counted there too."""
    if figures.closed_at is None or figures.counted is None or figures.was_handed_on:
        return figures.to_vault
    return figures.to_vault - figures.counted
