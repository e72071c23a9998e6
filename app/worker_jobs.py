"""What the worker does and how often; the doctor holds what was done against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from models.heads import Database


class Job(NamedTuple):
    """A periodic job.

    Attributes:
        name: as `private.worker_runs` keeps it.
        database: where its runs are noted.
        every_s: the least time between two runs. The worker is asked about each 0.2 s, so less than
            that means each time.

    """

    name: str
    database: Database
    every_s: float

    @property
    def late_s(self) -> float:
        """After how long without a run something is wrong."""
        return 10 + 5 * self.every_s


JOBS = (
    Job("push_notices", "payment", 0.1),
    Job("decide_applications", "auth", 0.1),
    Job("end_long_transactions", "auth", 0.15),
    Job("end_long_transactions", "payment", 0.15),
    Job("expire_holds", "payment", 1.0),
    Job("prove_books", "payment", 60.0),
    Job("seal_audit", "auth", 1.0),
    Job("seal_audit", "payment", 1.0),
    # A second is left to the desktop, and within two a revocation has reached Payment.
    Job("deliver_statements", "auth", 0.3),
    Job("forget_attempts", "auth", 60.0),
    Job("forget_questions", "payment", 60.0),
    Job("forget_tokens", "payment", 60.0),
    # Noted where the other database's newest seal was put.
    Job("copy_heads", "auth", 60.0),
    Job("copy_heads", "payment", 60.0),
)
