"""The bench itself: a ratio must be the ratio, whatever else the machine does."""

from __future__ import annotations

import itertools
import json
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject

from tests.bench.harness import Measurement, measure_fastest, measure_pair, overran, table, write_json
from tests.bench.reference import EmptyPlot, Watchdog


class Machine:
    """A clock that work moves, getting slower and slower."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slowness = 1.0

    def work(self, seconds: float) -> None:
        self.now += seconds * self.slowness
        self.slowness *= 1.01


def test_the_ratio_holds_on_a_machine_that_gets_slower():
    machine = Machine()
    frame, reference = (lambda: machine.work(0.002)), (lambda: machine.work(0.008))
    row = measure_pair("pan", 1000, frame, reference, 1.0, rounds=60, clock=lambda: machine.now)
    assert row.ratio == pytest.approx(0.25, rel=0.02)
    assert row.milliseconds < row.reference_milliseconds
    assert row.within


def test_what_is_always_the_same_is_measured_at_its_fastest():
    machine, disturbed = Machine(), itertools.cycle([5.0, 1.0, 1.0, 9.0, 1.0, 3.0, 7.0, 1.0, 2.0, 2.0])

    def work(seconds: float) -> None:
        machine.now += seconds * next(disturbed)

    row = measure_fastest("sma", 1000, lambda: work(0.003), lambda: work(0.002), 1.2, rounds=5, clock=lambda: machine.now)
    assert row.ratio == pytest.approx(1.5)
    assert row.reference_milliseconds == pytest.approx(2.0)


def test_over_the_budget_is_said(tmp_path: Path):
    rows = [Measurement("pan", 1000, 2.0, 8.0, 0.25, 1.0), Measurement("zoom", 10_000_000, 12.0, 8.0, 1.5, 1.0)]
    assert overran(rows) == ["zoom at 10,000,000 bars: 1.50, allowed 1.00"]
    assert table(rows).splitlines()[2] == "| pan | 1,000 | 2.00 | 8.00 | 0.25 | 1.00 | within |"
    write_json(rows, tmp_path / "bench.json")
    read = json.loads((tmp_path / "bench.json").read_text("utf-8"))
    assert list(read[0]) == ["measure", "bars", "milliseconds", "reference_milliseconds", "ratio", "budget", "within"]
    assert [row["within"] for row in read] == [True, False]


class PaintCounter(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_the_empty_plot_paints_once_for_each_change(qapp):
    plot, counter = EmptyPlot(), PaintCounter()
    plot.widget.viewport().installEventFilter(counter)
    plot.pan()
    plot.zoom()
    painted = counter.count
    plot.close()
    assert painted == 2


def test_the_watchdog_sees_a_stall(qapp):
    watchdog = Watchdog()
    watchdog.start()
    time.sleep(0.08)
    qapp.processEvents()
    assert watchdog.stop() >= 75
