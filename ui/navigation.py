"""Where the window can go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Destination:
    """A screen by its name (``accounts``) and what to show there (``{"account_id": …}``).

    Only the main window resolves one; screens emit it and know nothing of each other.
    """

    screen: str
    params: Mapping[str, object] = field(default_factory=dict)
