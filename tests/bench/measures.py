"""What is measured, group by group; each row is a ratio against the empty plot, painted in turn with what is measured."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from charting.core.document import Indicator
from charting.core.transforms import line_break
from tests.bench.harness import Longest, Measurement, against, measure_pair
from tests.bench.reference import EmptyPlot
from tests.bench.subject import Subject, simulated_bars
from tests.places import ROOT

FRAME, CROSSHAIR, TICK, EVENNESS, BYTES, START = 1.0, 0.25, 1.0, 1.3, 110.0, 2.5
"""Budgets, as in the design: times an empty plot, but for evenness (10M / 1k bars), bytes a bar, and bare windows."""

STALL = 50.0
"""Milliseconds for which the main thread may answer nothing."""

TEN = tuple(
    Indicator(f"{kind}-{number}", kind) for number, kind in enumerate(("ema", "wma", "bbands", "rsi", "atr", "adx", "cci"))
)
"""Indicators that make ten together with volume, SMA and MACD."""


def frames(counts: tuple[int, ...], rounds: int) -> Iterator[Measurement]:
    """Pan, zoom and crosshair at each number of bars, and how little the number matters."""
    plot = EmptyPlot()
    pans: dict[str, dict[int, Measurement]] = {"300 visible": {}, "all visible": {}}
    for count in counts:
        subject, longest = Subject(simulated_bars(count)), Longest()
        for view, visible in (("300 visible", 300), ("all visible", None)):
            subject.show(visible)
            pan = measure_pair(f"pan, {view}", count, longest.of(subject.pan), plot.pan, FRAME, rounds=rounds)
            pans[view][count] = pan
            yield pan
            subject.show(visible)
            yield measure_pair(f"zoom, {view}", count, longest.of(subject.zoom), plot.zoom, FRAME, rounds=rounds)
        subject.show(300)
        yield measure_pair("crosshair", count, longest.of(subject.crosshair), plot.pan, CROSSHAIR, rounds=rounds)
        yield against("longest stall of these", count, longest.milliseconds, STALL)
        subject.close()
    plot.close()
    few, many = min(counts), max(counts)
    for view, times in pans.items():
        # Each against the empty plot at its time: the machine may have been busier with one of them than with the other.
        ratio = times[many].ratio / times[few].ratio
        spent = times[many].milliseconds
        yield Measurement(f"pan, {view}: against {few:,} bars", many, spent, spent / ratio, ratio, EVENNESS)


def ticks(count: int, rounds: int) -> Iterator[Measurement]:
    """The last bar changed, and a bar added, with ten indicators on the chart."""
    plot, subject, longest = EmptyPlot(), Subject(simulated_bars(count), more=TEN), Longest()
    subject.begin_ticks(min(count // 2, 4 * rounds))
    yield measure_pair("the last bar changed, ten indicators", count, longest.of(subject.change), plot.pan, TICK, rounds=rounds)
    yield measure_pair("a bar added, ten indicators", count, longest.of(subject.tick), plot.pan, TICK, rounds=rounds)
    yield against("longest stall of ticks", count, longest.milliseconds, STALL)
    subject.close()
    plot.close()


def beside_a_worker(count: int, rounds: int) -> Iterator[Measurement]:
    """Panning while a thread computes with nothing but the interpreter, as it does for bars that prices make."""
    subject, longest, over = Subject(simulated_bars(count)), Longest(), threading.Event()
    closes = simulated_bars(min(count, 100_000))

    def compute() -> None:
        while not over.is_set():
            line_break(closes)

    worker = threading.Thread(target=compute, name="bench-worker", daemon=True)
    subject.show(min(300, count))
    worker.start()
    for _ in range(5 * rounds):
        longest.of(subject.pan)()
        time.sleep(0.002)
    over.set()
    worker.join()
    subject.close()
    yield against("longest stall of panning while a worker computes", count, longest.milliseconds, STALL)


def memory(count: int) -> Iterator[Measurement]:
    """Bytes of the process for each bar with everything on show (in the columns of milliseconds; the budget is in bytes)."""
    before = resident()
    subject = Subject(simulated_bars(count))
    subject.show(None)
    subject.settle()
    used = (resident() - before) / count
    subject.close()
    yield Measurement("bytes a bar", count, used, 1.0, used, BYTES)


def start(rounds: int) -> Iterator[Measurement]:
    """From the start of the process to the first painted chart, against a bare window of PySide6."""
    with tempfile.TemporaryDirectory() as home:
        pairs = [(_run(UNTIL_PAINTED.replace("THEN", "pass"), home), _run(_BARE, home)) for _ in range(rounds + 1)][1:]
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

UNTIL_PAINTED = """
import os, sys
from gui import preflight
check = preflight.check_import
def checked():
    problem = check()
    from gui.application import Program
    show = Program.show
    def shown(self, log):  # by now all is imported, in the order in which the program does it
        from charting.view.canvas import Canvas
        paint = Canvas._paint
        def painted(self, *arguments):
            paint(self, *arguments)
            if self.series is not None:
                THEN
                os._exit(0)
        Canvas._paint = painted
        show(self, log)
    Program.show = shown
    return problem
preflight.check_import = checked
import main
os.environ["LIONROCK_HOME"] = sys.argv[1]
main.main([])
"""
"""Runs the program until it has painted its first chart, does what is put in the place of ``THEN``, and ends."""


def _run(code: str, home: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(Path(home) / "bytecode")
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, home], cwd=ROOT, env=environment, check=True, capture_output=True)
    return time.perf_counter() - begun


def resident() -> int:
    """Bytes of memory that the process has in use."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
