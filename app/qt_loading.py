"""Loads PySide6 without the part of it that a window does not need, until something asks for that.

PySide6 brings its knowledge of signatures (help texts, `inspect.signature`, what a call with wrong
arguments is told) as zipped Python source. Each start of any program compiles that anew, regular
expressions and all: half of the instructions in which a bare window starts. It also hooks itself into
`import`, for `from __feature__ import`, and reads the source of every module that is imported later,
to see whether it speaks of PySide6; the lines stay in memory.

Here both wait. The first call with wrong arguments, or whoever asks for a signature, loads the whole;
the hook is never put on, as nothing of ours switches a feature. Should PySide6 change inside so that
this does not take hold, it loads as it always does (docs/decisions/0012-pyside-signatures.md).
"""

from __future__ import annotations

import builtins
import sys
import threading
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType

#: The file that PySide6 compiles first; its `bootstrap` loads the others and returns their `loader`.
_BOOTSTRAP = "signature_bootstrap.py"
#: What libshiboken looks up among the modules by itself, and calls `update_mapping` of.
_MAPPING = "shibokensupport.signature.mapping"
_PUT_OFF = f"\nfrom {__name__} import put_off\nbootstrap = put_off(bootstrap)\n"


#: What libshiboken fetches from `loader` at once and calls when signatures are asked for.
_ASKED = ("pyside_type_init", "create_signature", "seterror_argument", "make_helptext")
#: What it fetches and calls as modules are imported. `finish_import` does nothing in PySide6 itself
#: any more; without `post_init` the other two are never called.
_TOLD = ("finish_import", "feature_import", "feature_imported", "post_init")


def load() -> None:
    """Import PySide6 so; nothing happens where it is imported already."""
    if "PySide6" in sys.modules:
        return
    real = builtins.compile

    def compiling(source: str | bytes, filename: str, mode: str) -> CodeType:
        if filename == _BOOTSTRAP:
            text = source if isinstance(source, str) else bytes(source).decode()
            if "def bootstrap():" in text:
                source = text + _PUT_OFF
        return real(source, filename, mode)

    builtins.compile = cast("Any", compiling)
    try:
        import PySide6  # noqa: F401, PLC0415 (this is what it is for)
    finally:
        builtins.compile = real


def put_off(bootstrap: Callable[[], ModuleType]) -> Callable[[], object]:
    """Return what stands in for `bootstrap` until what that loads is needed."""
    loader = _Loader(bootstrap)
    sys.modules[_MAPPING] = loader.mapping
    return lambda: loader


class _Loader:
    """Stands in for PySide6's module `loader`."""

    def __init__(self, bootstrap: Callable[[], ModuleType]) -> None:
        self._bootstrap = bootstrap
        self._whole: ModuleType | None = None
        # Several threads may be the first to ask.
        self._lock = threading.RLock()
        for name in _ASKED:
            setattr(self, name, partial(self._ask, name))
        for name in _TOLD:
            setattr(self, name, _do_nothing)
        # Held here to the end: libshiboken keeps its names without holding it.
        self.mapping = ModuleType(_MAPPING)
        self.mapping.__dict__["update_mapping"] = self._update_mapping

    def __getattr__(self, name: str) -> object:
        """Return what a later PySide6 may fetch and we do not know of."""
        return getattr(self._load(), name)

    def _load(self) -> ModuleType:
        """Return the module itself, loaded now if it was not."""
        with self._lock:
            if self._whole is None:
                self._whole = self._bootstrap()
            return self._whole

    def _ask(self, name: str, *given: object) -> object:
        return getattr(self._load(), name)(*given)

    def _update_mapping(self) -> None:
        """Have the stand-in know by name what the module itself knows."""
        with self._lock:
            self._load()
            names = sys.modules[_MAPPING].__dict__
            names["update_mapping"]()
            known = self.mapping.__dict__
            known.update({name: names[name] for name in names.keys() - known.keys()})


def _do_nothing(*_given: object) -> None:
    pass
