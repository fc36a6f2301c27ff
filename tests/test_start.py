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
    "gui.parsers", "subprocess", "socket", "selectors", "logging.handlers", "sqlite3", "fractions", "csv", "PySide6.QtSvg",
    "charting.indicators.user", "charting.market.export", "charting.market.preview", "charting.market.yahoo_earnings",
    "charting.market.yahoo_socket", "charting.market.yahoo", "charting.market.akshare_source", "charting.market.file_provider",
    "charting.market.files", "charting.market.stamps", "charting.market.quote", "charting.market.quote_feed",
    "charting.market.demo_live", "charting.market.demo_minutes", "charting.market.refreshing",
    "gui.services", "gui.icons", "gui.commands", "gui.live", "gui.quotes", "gui.opening", "gui.watching", "gui.exporting",
    "gui.network", "gui.online_search", "gui.readings", "gui.quote_words",
    "gui.actions", "gui.command_list", "gui.rescue", "gui.menus", "gui.palette", "gui.search_popup", "gui.dialogs",
    "gui.docks.watchlist", "gui.docks.indicators", "gui.docks.drawings_tree", "gui.docks.data_window", "gui.drawing_editing",
    "gui.floating_bar", "gui.replay_bar", "gui.chart_legend", "gui.legend_bar", "gui.pane_bar", "gui.context_menu",
)  # fmt: skip
"""Modules that nothing on the way to the first picture may import, nor anything in them."""

NO_TYPES_BEFORE = ("QStyle", "QIcon", "QKeySequence")
"""Types of Qt whose hundreds of named values Python makes one by one, when one of these types is touched first."""

FEW_TOOLS, FEW_INDICATORS, FEW_OF_OURS = 4, 6, 239
"""Modules of drawing tools and of indicators that the demonstration's chart shows, and of all of ours that it takes."""


_TELL = """print(*sys.modules); import enum; print(*(kind.__qualname__ for kind in every(enum.Enum)), flush=True)"""
_EVERY = """
def every(kind):
    yield kind
    for one in kind.__subclasses__():
        yield from every(one)
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, ...]]:
    """The modules, and the types of named values, that are there when the program has painted its first chart."""
    home: Path = tmp_path_factory.mktemp("home")
    code, place = [sys.executable, "-c", _EVERY + UNTIL_PAINTED.replace("THEN", _TELL), str(home)], ROOT
    done = subprocess.run(code, cwd=place, capture_output=True, text=True, check=True, timeout=60)
    return [tuple(line.split()) for line in done.stdout.splitlines()]


@pytest.fixture
def loaded(told: list[tuple[str, ...]]) -> tuple[str, ...]:
    return told[0]


@pytest.mark.parametrize("name", NOT_BEFORE)
def test_nothing_that_can_wait_is_imported_before_the_first_chart(loaded: tuple[str, ...], name: str) -> None:
    assert not [module for module in loaded if module == name or module.startswith(name + ".")]


@pytest.mark.parametrize("name", NO_TYPES_BEFORE)
def test_no_type_that_can_wait_is_made_before_the_first_chart(told: list[tuple[str, ...]], name: str) -> None:
    kinds = told[1]
    assert "QPalette.ColorRole" in kinds, "this is how they are called"
    assert not [kind for kind in kinds if kind.startswith(name + ".")]


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
