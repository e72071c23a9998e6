"""What a session that ended by itself leaves behind, for the same person and nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from services.values.people import Person
    from ui.shell.shell import Shell


@dataclass(frozen=True, slots=True)
class Kept:
    """The screen that was shown and what was typed on each; in memory only.

    Attributes:
        drafts: by screen, what its `draft()` returned.

    """

    user_id: UUID
    screen: str
    drafts: dict[str, dict[str, str]]

    def belongs_to(self, person: Person) -> bool:
        """Tell whether `person` left it."""
        return person.user_id == self.user_id


def keep(person: Person, shell: Shell) -> Kept:
    """Collect what `person` would miss."""
    current = shell.current
    drafts = {name: screen.draft() for name, screen in shell.screens.items()}
    return Kept(
        person.user_id,
        current.name if current is not None else "",
        {name: draft for name, draft in drafts.items() if draft},
    )
