"""What is measured, group by group; each row is a ratio against the empty plot, painted in turn with what is measured."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from charting.core.calendar import calendar_for
from charting.core.document import Indicator
from charting.core.interval import MINUTE
from charting.market.instruments import instrument_of
from charting.market.provider import History, SeriesKey
from charting.market.store import Store
from tests.bench.harness import Measurement, measure_pair
from tests.bench.reference import EmptyPlot
from tests.bench.subject import Subject, simulated_bars, trend_lines
from tests.places import ROOT

FRAME, DRAWINGS, CROSSHAIR, TICK, EVENNESS, BYTES, START = 1.0, 1.5, 0.25, 1.0, 1.3, 110.0, 2.5
"""Budgets, as in the design: times an empty plot, but for evenness (10M / 1k bars), bytes a bar, and bare windows."""

READ = 150.0
"""Milliseconds that a million bars may take to be read from the store."""

TEN = tuple(
    Indicator(f"{kind}-{number}", kind) for number, kind in enumerate(("ema", "wma", "bbands", "rsi", "atr", "adx", "cci"))
)
"""Indicators that make ten together with volume, SMA and MACD."""


def frames(counts: tuple[int, ...], rounds: int) -> Iterator[Measurement]:
    """Pan, zoom and crosshair at each number of bars, and how little the number matters."""
    plot = EmptyPlot()
    pans: dict[str, dict[int, float]] = {"300 visible": {}, "all visible": {}}
    for count in counts:
        subject = Subject(simulated_bars(count))
        for view, visible in (("300 visible", 300), ("all visible", None)):
            subject.show(visible)
            pan = measure_pair(f"pan, {view}", count, subject.pan, plot.pan, FRAME, rounds=rounds)
            pans[view][count] = pan.milliseconds
            yield pan
            subject.show(visible)
            yield measure_pair(f"zoom, {view}", count, subject.zoom, plot.zoom, FRAME, rounds=rounds)
        subject.show(300)
        yield measure_pair("crosshair", count, subject.crosshair, plot.pan, CROSSHAIR, rounds=rounds)
        subject.close()
    plot.close()
    few, many = min(counts), max(counts)
    for view, times in pans.items():
        ratio = times[many] / times[few]
        yield Measurement(f"pan, {view}: against {few:,} bars", many, times[many], times[few], ratio, EVENNESS)


def drawings(count: int, rounds: int) -> Iterator[Measurement]:
    """Panning with 200 trend lines in view."""
    plot, bars = EmptyPlot(), simulated_bars(count)
    middle = count // 2
    subject = Subject(bars, trend_lines(bars, 200, middle - 150, middle + 149))
    subject.show(300)
    yield measure_pair("pan with 200 drawings", count, subject.pan, plot.pan, DRAWINGS, rounds=rounds)
    subject.close()
    plot.close()


def ticks(count: int, rounds: int) -> Iterator[Measurement]:
    """A bar added with ten indicators on the chart."""
    plot, subject = EmptyPlot(), Subject(simulated_bars(count), more=TEN)
    subject.begin_ticks(min(count // 2, 4 * rounds))
    yield measure_pair("a bar added, ten indicators", count, subject.tick, plot.pan, TICK, rounds=rounds)
    subject.close()
    plot.close()


def memory(count: int) -> Iterator[Measurement]:
    """Bytes of the process for each bar with everything on show (in the columns of milliseconds; the budget is in bytes)."""
    before = _resident()
    subject = Subject(simulated_bars(count))
    subject.show(None)
    subject.settle()
    used = (_resident() - before) / count
    subject.close()
    yield Measurement("bytes a bar", count, used, 1.0, used, BYTES)


def cache(rounds: int) -> Iterator[Measurement]:
    """A million minutes read from the store (in the columns of milliseconds; the reference is what it may take)."""
    key, count = SeriesKey("yahoo", "9988.HK", MINUTE), 1_000_000
    times = calendar_for("XHKG").stamps(MINUTE, 1e9, 1e9 + 6e8)[:count]
    bars = replace(simulated_bars(count), time=times, interval=MINUTE)
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "bars.sqlite")
        store.write(key, History(instrument_of(key.symbol), bars, datetime.now(UTC)))
        spent = []
        for _ in range(rounds):
            begun = time.perf_counter()
            found = store.read(key)
            spent.append(1000 * (time.perf_counter() - begun))
            assert found is not None
            assert len(found.bars) == count
        store.close()
    middle = statistics.median(spent)
    yield Measurement("read from the cache, against 150 ms", count, middle, READ, middle / READ, 1.0)


def start(rounds: int) -> Iterator[Measurement]:
    """From the start of the process to the first painted chart, against a bare window of PySide6."""
    with tempfile.TemporaryDirectory() as home:
        pairs = [(_run(_PAINTED, home), _run(_BARE, home)) for _ in range(rounds + 1)][1:]
    mine, bare = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    yield Measurement("start to the first chart", 0, 1000 * mine, 1000 * bare, ratio, START)


_BARE = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.resize(1280, 800)
window.show()
window.repaint()
"""

_PAINTED = """
import os, sys
from charting.view.canvas import Canvas
paint = Canvas._paint
def painted(self, *arguments):
    paint(self, *arguments)
    if self.series is not None:
        os._exit(0)
Canvas._paint = painted
import main
main.main(["--home", sys.argv[1]])
"""


def _run(code: str, home: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(Path(home) / "bytecode")
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, home], cwd=ROOT, env=environment, check=True, capture_output=True)
    return time.perf_counter() - begun


def _resident() -> int:
    """Bytes of memory that the process has in use."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


Group = Callable[[tuple[int, ...], int], Iterator[Measurement]]

GROUPS: dict[str, Group] = {
    "memory": lambda counts, _rounds: memory(max(counts)),
    "frames": frames,
    "drawings": lambda counts, rounds: drawings(max(counts), rounds),
    "ticks": lambda counts, rounds: ticks(max(counts), rounds),
    "cache": lambda _counts, rounds: cache(max(3, rounds // 4)),
    "start": lambda _counts, rounds: start(max(2, rounds // 6)),
}
"""Every group by name, in the order they run: memory first, before anything else has been loaded."""
