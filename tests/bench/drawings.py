"""Panning with drawings in view and elsewhere, and finding the one under the pointer: trend lines, and tools of every kind."""

from __future__ import annotations

import datetime
import gc
import math
import statistics
import time
from collections.abc import Callable, Iterator

import numpy as np
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.document import Anchor, Drawing
from charting.core.scales import PriceScale
from charting.core.viewport import Viewport
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Projection
from charting.drawings.editing import placed
from charting.drawings.hit import hit
from tests.bench.harness import Longest, Measurement, against, measure_pair
from tests.bench.measures import FRAME, STALL
from tests.bench.reference import EmptyPlot
from tests.bench.subject import Subject, series_of, simulated_bars

BUDGET = 1.5
"""Times an empty plot that a frame with 200 drawings in view may take."""
HIT = 1.0
"""Milliseconds in which what lies under the pointer must be known among a thousand drawings."""

VISIBLE = 300
Maker = Callable[[Bars, int, int, int, int], tuple[Drawing, ...]]


def trend_lines(bars: Bars, count: int, first: int, last: int, seed: int = 2) -> tuple[Drawing, ...]:
    """``count`` trend lines between bars of the rows ``first`` to ``last``, every fourth running on to the right."""
    chance = np.random.default_rng(seed)
    ends = np.sort(chance.integers(first, last, (count, 2)), axis=1)
    made = []
    for number, (start, later) in enumerate(ends.tolist()):
        stop = max(later, start + 1)
        anchors = (_anchor(bars, start, float(bars.low[start])), _anchor(bars, stop, float(bars.high[stop])))
        made.append(Drawing(f"line{number}", "trend_line", anchors, extend_right=number % 4 == 0))
    return tuple(made)


def mixed(bars: Bars, count: int, first: int, last: int, seed: int = 3) -> tuple[Drawing, ...]:
    """``count`` drawings between rows ``first`` and ``last``, every tool in turn, over 20 to 120 bars each.

    Their points lie on lows and highs in turn, and they look as their tools make them.
    """
    chance, series = np.random.default_rng(seed), series_of(bars)
    scale = PriceScale(float(bars.low[first:last].min()), float(bars.high[first:last].max()))
    space = Projection(Viewport(0, 0, 1500, 700, first, last, scale), series.axis, bars, series.instrument)
    tools, made = tuple(TOOLS.values()), []
    for number in range(count):
        tool = tools[number % len(tools)]
        points = 6 if tool.max_anchors > tool.anchors else tool.anchors
        length = min(int(chance.integers(20, 121)), last - first - 1)
        start = int(chance.integers(first, last - length))
        rows = start + np.arange(points) * length // max(points - 1, 1)
        anchors = (
            _anchor(bars, row, float((bars.high if turn % 2 else bars.low)[row])) for turn, row in enumerate(rows.tolist())
        )
        drawing = placed(tool, tuple(anchors), space)
        made.append(replace(drawing, id=f"mixed{number}", parameters={**drawing.parameters, "text": "Text"}))
    return tuple(made)


def scattered(bars: Bars, make: Maker) -> tuple[Drawing, ...]:
    """5,000 drawings, 50 at each of 100 places all over the bars; fewer places on few bars, so that most are out of view.

    None runs on without end: such a line is in view from anywhere.
    """
    places = min(100, max(1, len(bars) // 1000))
    starts = np.linspace(0, max(0, len(bars) - 160), places).astype(int).tolist()
    made: list[Drawing] = []
    for start in starts:
        there = make(bars, 100, start, min(start + 150, len(bars) - 1), start)
        ending = (replace(one, extend_left=False, extend_right=False) for one in there)
        made += [one for one in ending if _ends(one)][:50]
    return tuple(replace(one, id=f"drawing{number}") for number, one in enumerate(made))


def _ends(drawing: Drawing) -> bool:
    reach = TOOLS[drawing.kind].reach
    return reach is None or math.isfinite(sum(reach(drawing)))


def drawings(count: int, rounds: int) -> Iterator[Measurement]:
    """Panning with 200 in view, and with 5,000 in the document; trades under 200; finding the one under the pointer."""
    plot, bars, longest = EmptyPlot(), simulated_bars(count), Longest()
    gc.freeze()  # as the program does when it has started: modules and the like need not be looked through again and again
    first, last = count // 2 - VISIBLE // 2, count // 2 + VISIBLE // 2 - 1
    for kind, make in (("trend lines", trend_lines), ("drawings of every kind", mixed)):
        for measure, made, budget in (
            (f"pan with 200 {kind}", make(bars, 200, first, last, 2), BUDGET),
            (f"pan with 5,000 {kind}, nearly all out of view", scattered(bars, make), FRAME),
        ):
            subject = Subject(bars, made)
            subject.show(VISIBLE)
            yield measure_pair(measure, count, longest.of(subject.pan), plot.pan, budget, rounds=rounds)
            subject.close()
            del subject
            gc.collect()  # or what is left of it would be freed in some frame of the next
    yield against("longest stall with drawings", count, longest.milliseconds, STALL)
    spare = min(count // 2, 4 * rounds)
    subject = Subject(bars, trend_lines(bars, 200, count - spare - VISIBLE, count - spare - 1))
    subject.begin_ticks(spare)
    yield measure_pair("the last bar changed, 200 trend lines", count, subject.change, plot.pan, BUDGET, rounds=rounds)
    yield measure_pair("a bar added, 200 trend lines", count, subject.tick, plot.pan, BUDGET, rounds=rounds)
    subject.close()
    plot.close()
    for kind, make in (("trend lines", trend_lines), ("drawings of every kind", mixed)):
        yield _hitting(f"what is under the pointer, 1,000 {kind}", bars, make(bars, 1000, first, last, 2), rounds)


def _hitting(measure: str, bars: Bars, made: tuple[Drawing, ...], rounds: int) -> Measurement:
    subject, spent = Subject(bars, made), []
    subject.show(VISIBLE)
    scene = subject.view.scene
    assert scene is not None
    for number in range(20 * rounds):
        begun = time.perf_counter()
        hit(scene.sheet, 100.0 + number * 37 % 1300, 60.0 + number * 23 % 500)
        spent.append(1000 * (time.perf_counter() - begun))
    subject.close()
    return against(measure, len(bars), statistics.median(spent), HIT)


def _anchor(bars: Bars, row: int, price: float) -> Anchor:
    return Anchor(datetime.datetime.fromtimestamp(int(bars.time[row]), datetime.UTC), price, str(bars.interval))
