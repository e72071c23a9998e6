"""What a bench found, what it should have found, and the file that both end up in."""

from __future__ import annotations

import json
import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypedDict

RESULTS = Path(__file__).with_name("results.json")


class Figure(TypedDict):
    """One entry of results.json. `runs` holds our raw runs, then the peer's."""

    value: float
    unit: str
    peer: str
    ratio: float | None
    runs: list[list[float]]


@dataclass(frozen=True)
class Wanted:
    """What a figure must reach and what it aims at; `unit` is its value's."""

    must: float
    aim: float
    of: Literal["ratio", "value"] = "ratio"
    is_small_good: bool = False
    unit: str = "s"

    def is_met(self, figure: Figure) -> bool:
        """Tell whether the figure is where it must be."""
        found = figure[self.of]
        if found is None:
            return False
        return found <= self.must if self.is_small_good else found >= self.must


WANTED = {
    "start_vs_bare_window": Wanted(1.35, 1.15, is_small_good=True),
    "start_vs_bare_window_x11": Wanted(1.35, 1.15, is_small_good=True),
    "ready_to_sign_in_s": Wanted(0.6, 0.3, of="value", is_small_good=True),
    "memory_vs_bare_window": Wanted(2.6, 2.3, is_small_good=True),
    "gui_longest_stall_ms": Wanted(50, 33, of="value", is_small_good=True, unit="ms"),
    "transfers_vs_minimal": Wanted(0.6, 1.0),
    "transfers_vs_minimal_1ms": Wanted(3, 4),
    "hot_payee_vs_minimal": Wanted(0.9, 2),
    "bulk_vs_copy": Wanted(0.2, 0.4),
    "bulk_10000_s": Wanted(5, 3, of="value", is_small_good=True),
    "verify_audit_1m": Wanted(10, 4, of="value", is_small_good=True),
    "signin_db_cpu": Wanted(1, 0.6, of="value", is_small_good=True, unit="ms"),
    "change_to_paint_s": Wanted(1, 0.2, of="value", is_small_good=True),
    "customer_search_p95": Wanted(50, 20, of="value", is_small_good=True, unit="ms"),
    "cash_in_to_receipt_p95_ms": Wanted(150, 60, of="value", is_small_good=True, unit="ms"),
    "history_10m_vs_10k": Wanted(1.3, 1.0, is_small_good=True),
    "quote_10m_vs_10k": Wanted(1.3, 1.0, is_small_good=True),
    "history_10m_painted_vs_10k": Wanted(1.3, 1.0, is_small_good=True),
}


def compared(ours: list[float], peer: list[float], *, unit: str, peer_name: str) -> Figure:
    """Return the median of ours, and of the ratios round by round."""
    pairs = zip(ours, peer, strict=True)
    return Figure(
        value=rounded(statistics.median(ours)),
        unit=unit,
        peer=f"{peer_name}: {rounded(statistics.median(peer))} {unit}",
        ratio=rounded(statistics.median(our / their for our, their in pairs)),
        runs=[[rounded(each) for each in ours], [rounded(each) for each in peer]],
    )


def rounded(number: float) -> float:
    """Return four significant digits: more would be noise."""
    return float(f"{number:.4g}")


def merge(found: dict[str, Figure], path: Path = RESULTS) -> None:
    """Write figures into the results file; those of other benches stay."""
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    path.write_text(json.dumps(known | found, indent=1) + "\n", encoding="utf-8")


def table(found: dict[str, Figure]) -> str:
    """Return the figures as lines of text, each with what it must reach."""
    lines = [
        f"{'figure':<26} {'value':>10} {'unit':<4} {'ratio':>7} {'must':>7} {'aim':>6}  met  peer"
    ]
    for name, figure in found.items():
        wanted = WANTED.get(name)
        ratio = "" if figure["ratio"] is None else f"{figure['ratio']:.3g}"
        lines.append(
            f"{name:<26} {figure['value']:>10.5g} {figure['unit']:<4} {ratio:>7}"
            f" {_bound(wanted, 'must'):>7} {_bound(wanted, 'aim'):>6}"
            f"  {'' if wanted is None else 'yes' if wanted.is_met(figure) else 'NO':<3}"
            f"  {figure['peer']}"
        )
    return "\n".join(lines)


def _bound(wanted: Wanted | None, which: Literal["must", "aim"]) -> str:
    if wanted is None:
        return ""
    bound = wanted.must if which == "must" else wanted.aim
    unit = "" if wanted.of == "ratio" else f" {wanted.unit}"
    return f"{'<=' if wanted.is_small_good else '>='}{bound:g}{unit}"
