"""The layers hold: each import contract is kept, can fail, and the lower floors and the way to the window stay light."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.places import ROOT, project_files

CONTRACTS = {
    contract["id"]: contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
}

BELOW_THE_VIEW = (
    "charting/analysis",
    "charting/core",
    "charting/drawings",
    "charting/indicators",
    "charting/market",
    "charting/scene",
)

QT = ("PySide6", "pyqtgraph", "qtawesome", "qtpy", "shiboken6")

HEAVY = ("exchange_calendars", "pandas", "pyqtgraph", "talib", "yfinance")

BREAKS = [
    ("layers", "charting/core/bars.py", "import charting.market.provider"),
    ("layers", "charting/scene/series.py", "import charting.view.chart"),
    ("layers", "charting/view/chart.py", "import gui.home"),
    ("layers", "charting/market/provider.py", "import charting.drawings.declaration"),
    ("layers", "charting/indicators/declaration.py", "import charting.analysis"),
    ("layers", "resources/__init__.py", "import charting.core.bars"),
    ("entry", "gui/home.py", "import main"),
    ("qt", "charting/core/text.py", "from PySide6.QtCore import QCoreApplication"),
    ("qt", "charting/scene/series.py", "import pyqtgraph"),
    ("tools", "charting/drawings/tools/trend_line.py", "import charting.drawings.tools.horizontal_line"),
    ("indicators", "charting/indicators/own/volume.py", "import charting.indicators.reference.averages"),
    ("indicators", "charting/indicators/reference/declare.py", "import charting.indicators.reference.momentum"),
    ("pandas", "charting/scene/series.py", "def late() -> None:\n    import pandas"),
    ("pandas", "gui/home.py", "import yfinance"),
    ("talib", "charting/market/provider.py", "import talib"),
]
"""Contract, file, and an import that must break it; the file is made where the project does not have it."""


def lint_imports(directory: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache", "--no-logo"]
    return subprocess.run([*command, *options], cwd=directory, capture_output=True, text=True, check=False)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the code that may be spoilt."""
    copy = tmp_path / "tree"
    for path in (ROOT / "pyproject.toml", *project_files("*.py")):
        if not path.is_relative_to(ROOT / "tests"):
            target = copy / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return copy


def test_every_contract_is_kept():
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert all(f"{name} KEPT" in result.stdout for name in CONTRACTS.values())


def test_every_contract_is_broken_by_a_test():
    assert set(CONTRACTS) == {contract for contract, _file, _line in BREAKS}


@pytest.mark.parametrize(("contract", "file", "line"), BREAKS)
def test_an_import_against_the_contract_breaks_it(tree: Path, contract: str, file: str, line: str):
    target = tree / file
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("a", encoding="utf-8") as spoilt:
        spoilt.write(f"\n{line}\n")
    result = lint_imports(tree, "--contract", contract)
    assert result.returncode != 0
    assert f"{CONTRACTS[contract]} BROKEN" in result.stdout, result.stdout + result.stderr


def module_names(*folders: str) -> list[str]:
    names = []
    for path in project_files("*.py"):
        relative = path.relative_to(ROOT)
        if relative.as_posix().startswith(folders):
            parts = relative.with_suffix("").parts
            names.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return names


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_all_below_the_view_imports_with_qt_blocked():
    names = module_names(*BELOW_THE_VIEW, "resources")
    result = run_python(f"""
import sys
from importlib import import_module

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {QT!r}:
            raise ImportError(f"{{name}} is blocked")

sys.meta_path.insert(0, Blocked())
for name in {names!r}:
    import_module(name)
try:
    import PySide6
except ImportError:
    print("blocked", sum(name in sys.modules for name in {names!r}))
""")
    assert result.stdout.split() == ["blocked", str(len(names))], result.stderr


@pytest.mark.parametrize("package", ["charting", "gui"])
def test_no_module_imports_a_heavy_library_when_it_is_imported(package: str):
    names = [*module_names(f"{package}/"), "main"]
    result = run_python(f"""
import sys
from importlib import import_module
for name in {names!r}:
    import_module(name)
    heavy = [module for module in {HEAVY!r} if module in sys.modules]
    if heavy:
        print(name, "brings", *heavy)
        break
""")
    assert result.returncode == 0, result.stderr
    assert result.stdout == ""
