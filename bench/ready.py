"""How long after the first paint somebody can sign in, with the server warm."""

from __future__ import annotations

import statistics

from bench.reporting import WANTED, Figure, rounded
from bench.windows import driven_window, environment, warm_demo

RUNS = 9


def ready_to_sign_in_s() -> dict[str, Figure]:
    """Start the program again and again; no peer, a bound in seconds."""
    runs: list[float] = []
    with warm_demo() as home:
        for _ in range(RUNS):
            with driven_window("ready", "--demo", env=environment(home)) as window:
                runs.append(float(window.told()["ready_s"]))
    limit_s = WANTED["ready_to_sign_in_s"].must
    return {
        "ready_to_sign_in_s": Figure(
            value=rounded(statistics.median(runs)),
            unit="s",
            peer=f"none; at most {limit_s:g} s",
            ratio=None,
            runs=[[rounded(each) for each in runs], []],
        )
    }
