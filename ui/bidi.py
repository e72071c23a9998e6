"""Keeps pieces of text in their own direction inside a sentence of another."""

from __future__ import annotations

#: LEFT-TO-RIGHT ISOLATE, FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (UAX #9).
LRI = "\u2066"
FSI = "\u2068"
PDI = "\u2069"

_CONTROLS = dict.fromkeys(
    (ord(LRI), 0x2067, ord(FSI), ord(PDI), *range(0x202A, 0x202F), 0x200E, 0x200F, 0x061C)
)


def ltr(text: str) -> str:
    """Isolate what always runs left to right: money, IBANs, dates, addresses, paths."""
    return f"{LRI}{plain(text)}{PDI}"


def own(text: str) -> str:
    """Isolate what has a direction of its own, such as a person's name."""
    return f"{FSI}{plain(text)}{PDI}"


def plain(text: str) -> str:
    """Take directional controls out: for the clipboard, and from text that others wrote."""
    return text.translate(_CONTROLS)
