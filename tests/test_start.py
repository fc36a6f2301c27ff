"""What the first painted chart waits for: modules are counted, never the clock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.measures import UNTIL_PAINTED
from tests.places import ROOT

NOT_BEFORE = (
    "pandas", "yfinance", "exchange_calendars", "talib", "pyqtgraph", "openpyxl", "pyarrow", "websockets", "qtawesome",
    "numpy.ma", "numpy.random", "numpy.fft", "numpy.polynomial", "hashlib",
    "email", "json", "html", "http", "ssl", "importlib.metadata", "ctypes.util", "multiprocessing", "asyncio", "unittest",
    "subprocess", "PySide6.QtSvg", "charting.indicators.user",
    "charting.market.export", "charting.market.preview", "charting.market.yahoo_earnings", "charting.market.yahoo_socket",
    "gui.actions", "gui.command_list", "gui.rescue", "gui.menus", "gui.palette", "gui.search_popup", "gui.dialogs",
    "gui.docks.watchlist", "gui.docks.indicators", "gui.docks.drawings_tree", "gui.docks.data_window", "gui.drawing_editing",
    "gui.floating_bar", "gui.replay_bar", "gui.chart_legend", "gui.legend_bar", "gui.pane_bar", "gui.context_menu",
)  # fmt: skip
"""Modules that nothing on the way to the first picture may import, nor anything in them."""

FEW_TOOLS, FEW_INDICATORS, FEW_OF_OURS = 4, 6, 265
"""Modules of drawing tools and of indicators that the demonstration's chart shows, and of all of ours that it takes."""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """The modules that are there when the program has painted its first chart."""
    home: Path = tmp_path_factory.mktemp("home")
    code, place = [sys.executable, "-c", UNTIL_PAINTED.replace("THEN", "print(*sys.modules, flush=True)"), str(home)], ROOT
    done = subprocess.run(code, cwd=place, capture_output=True, text=True, check=True, timeout=60)
    return tuple(done.stdout.split())


@pytest.mark.parametrize("name", NOT_BEFORE)
def test_nothing_that_can_wait_is_imported_before_the_first_chart(loaded: tuple[str, ...], name: str) -> None:
    assert not [module for module in loaded if module == name or module.startswith(name + ".")]


def test_few_modules_are_imported_before_the_first_chart(loaded: tuple[str, ...]) -> None:
    assert "charting.view.canvas" in loaded
    assert len([name for name in loaded if name.startswith("charting.drawings.tools.")]) <= FEW_TOOLS
    declaring = ("charting.indicators.own.", "charting.indicators.reference.")
    assert len([name for name in loaded if name.startswith(declaring)]) <= FEW_INDICATORS
    assert len([name for name in loaded if name.startswith(("charting.", "gui."))]) <= FEW_OF_OURS


def test_qt_paints_the_first_chart_without_threads_that_it_would_wait_for(tmp_path: Path) -> None:
    threads = "from pathlib import Path; print([one.read_text() for one in Path('/proc/self/task').glob('*/comm')], flush=True)"
    code = [sys.executable, "-c", UNTIL_PAINTED.replace("THEN", threads), str(tmp_path)]
    done = subprocess.run(code, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert "pooled" not in done.stdout
