"""Where the files that are no code lie: fonts, icons, style, translations, guide. Paths only."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).parent


def font(name: str) -> Path:
    """Return the path of a font file, such as ``IBMPlexSans-Regular``."""
    return _ROOT / "fonts" / f"{name}.ttf"


def icon(name: str) -> Path:
    """Return the path of an icon, such as ``bell``."""
    return _ROOT / "icons" / f"{name}.svg"


def icons() -> tuple[Path, ...]:
    """Return the paths of all icons, by name."""
    return tuple(sorted((_ROOT / "icons").glob("*.svg")))


def style_sheet() -> Path:
    """Return the path of the style sheet's template."""
    return _ROOT / "style" / "instapay.qss"


def style_image(name: str) -> Path:
    """Return the path of a picture that the style sheet uses."""
    return _ROOT / "style" / f"{name}.svg"


def translation(language: str) -> Path:
    """Return where the compiled sentences of `language` (``ar``) lie; `make setup` compiles them."""
    return _ROOT / "i18n" / f"instapay_{language}.qm"


def guide(language: str) -> Path:
    """Return where the guide in `language` (``ar``) lies, whether or not it does."""
    return _ROOT / "guide" / f"{language}.md"


def translation_sources() -> tuple[Path, ...]:
    """Return the paths of the sentences as translators write them, by language."""
    return tuple(sorted((_ROOT / "i18n").glob("instapay_*.ts")))
