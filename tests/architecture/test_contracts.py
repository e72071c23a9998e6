"""The rules of direction: they hold, and each of them would notice a bad import."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_PACKAGES = ("app", "ui", "services", "models", "resources")

#: Contract by its name, the module that is spoilt, and the import that spoils it.
_PLANTS = {
    "app, then ui, then services, then models": ("services/errors.py", "import ui.navigation"),
    "Only services and app know the tables": ("ui/navigation.py", "import models.heads"),
    "Qt stays above services": ("services/errors.py", "import PySide6.QtCore"),
    "The window never touches a database or a hash itself": ("ui/navigation.py", "import psycopg2"),
    "Screens know nothing of each other": (
        "ui/screens/accounts/__init__.py",
        "import ui.screens.transfer",
    ),
    "At run time the window knows only values and errors of the services": (
        "ui/navigation.py",
        "import services.bank",
    ),
    "resources is a leaf": ("resources/__init__.py", "import services.errors"),
    "Only app and ui use resources": ("services/errors.py", "import resources"),
}


def _lint(root: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache"], cwd=root, capture_output=True, text=True, check=False
    )


def _contract_names() -> set[str]:
    settings = tomllib.loads((_ROOT / "pyproject.toml").read_text())
    return {each["name"] for each in settings["tool"]["importlinter"]["contracts"]}


def test_every_contract_has_a_plant() -> None:
    assert set(_PLANTS) == _contract_names()


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("copy")
    shutil.copy(_ROOT / "pyproject.toml", root)
    for package in _PACKAGES:
        ignore = shutil.ignore_patterns("__pycache__", "*.ttf", "*.svg", "*.sql")
        shutil.copytree(_ROOT / package, root / package, ignore=ignore)
    return root


@pytest.mark.parametrize("contract", _PLANTS)
def test_a_planted_import_breaks_its_contract(copy: Path, contract: str) -> None:
    name, statement = _PLANTS[contract]
    path = copy / name
    before = path.read_text()
    path.write_text(f"{before}\n{statement}\n")
    try:
        result = _lint(copy)
    finally:
        path.write_text(before)
    assert result.returncode == 1, result.stdout
    assert f"{contract} BROKEN" in result.stdout


def test_the_contracts_hold() -> None:
    result = _lint(_ROOT)
    assert result.returncode == 0, result.stdout


def test_services_that_ui_may_not_import_are_all_named() -> None:
    settings = tomllib.loads((_ROOT / "pyproject.toml").read_text())
    (contract,) = (
        each
        for each in settings["tool"]["importlinter"]["contracts"]
        if each["name"].startswith("At run time")
    )
    modules = {f"services.{path.stem}" for path in (_ROOT / "services").glob("[a-z]*.py")}
    assert set(contract["forbidden_modules"]) == modules - {"services.errors"}


def test_nothing_imports_main() -> None:
    for package in (*_PACKAGES, "tests"):
        for path in (_ROOT / package).rglob("*.py"):
            lines = path.read_text().splitlines()
            assert not [line for line in lines if line.startswith(("import main", "from main"))]


def test_the_window_imports_no_database_and_no_hash() -> None:
    """The sign-in page paints before any of it is loaded."""
    code = (
        "import sys, ui.main_window;"
        "found = {'sqlalchemy', 'psycopg2', 'bcrypt', 'alembic', 'keyring'} & set(sys.modules);"
        "found |= {m for m in sys.modules if m.startswith(('services.', 'models'))"
        " and not m.startswith(('services.values', 'services.errors'))};"
        "sys.exit(str(sorted(found)) if found else 0)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=_ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
