"""Measuring in pairs: figures are ratios against an empty pyqtgraph plot measured at the same time, or against a time allowed."""

from __future__ import annotations

import itertools
import json
import math
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

SIZE = (1600, 900)
"""Width and height of what is measured, in logical pixels."""

SPREAD = 0.04
"""Seconds that a round takes at least, on an average, where the fastest of many is looked for."""

Clock = Callable[[], float]
Frame = Callable[[], object]


@dataclass(frozen=True)
class Measurement:
    """One row of the table: what was measured over how many bars, and what it may cost."""

    measure: str
    bars: int
    milliseconds: float
    reference_milliseconds: float
    ratio: float
    budget: float

    @property
    def within(self) -> bool:
        """Whether the budget holds."""
        return self.ratio <= self.budget


def against(measure: str, bars: int, milliseconds: float, allowed: float) -> Measurement:
    """A row whose budget is a time and no multiple of an empty plot's: the reference is what is allowed."""
    return Measurement(measure, bars, milliseconds, allowed, milliseconds / allowed, 1.0)


class Longest:
    """The longest time that something took, of all the times that it was done."""

    def __init__(self, clock: Clock = time.perf_counter) -> None:
        self._clock = clock
        self.milliseconds = 0.0

    def of(self, frame: Frame) -> Frame:
        """The same, timed whenever it is done."""

        def timed() -> None:
            begun = self._clock()
            frame()
            self.milliseconds = max(self.milliseconds, 1000 * (self._clock() - begun))

        return timed


def measure_pair(
    measure: str, bars: int, frame: Frame, reference: Frame, budget: float, *, rounds: int = 40, clock: Clock = time.perf_counter
) -> Measurement:
    """Time ``frame`` against ``reference``, one after the other in turn, so that what slows the machine slows both.

    The ratio is the median of the rounds' ratios, the times are medians in milliseconds. A fifth more rounds go before,
    uncounted, to fill caches.
    """
    pairs = []
    for number in range(-(rounds // 5), rounds):
        # Who goes first alternates: the second finds the processor's caches as the first left them.
        first, second = (frame, reference) if number % 2 else (reference, frame)
        start = clock()
        first()
        middle = clock()
        second()
        end = clock()
        times = (middle - start, end - middle)
        if number >= 0:
            pairs.append(times if number % 2 else times[::-1])
    return Measurement(
        measure,
        bars,
        1000 * statistics.median(mine for mine, _other in pairs),
        1000 * statistics.median(other for _mine, other in pairs),
        statistics.median(mine / other for mine, other in pairs),
        budget,
    )


def measure_fastest(
    measure: str, bars: int, work: Frame, reference: Frame, budget: float, *, rounds: int = 20, clock: Clock = time.process_time
) -> Measurement:
    """Time ``work`` against ``reference`` by the fastest of each, taken in turn.

    For what does the very same each time and waits for nothing: whatever else the machine does can only make it slower.
    The processor's time is told, in which others have no part but for its caches. What is over soon is done in more rounds,
    since the machine may be busy for a while.
    """
    fastest = [math.inf, math.inf]
    begun = clock()
    for number in itertools.count():
        if number >= rounds and clock() - begun >= rounds * SPREAD:
            break
        for which, one in ((0, work), (1, reference))[:: 1 if number % 2 else -1]:
            start = clock()
            one()
            fastest[which] = min(fastest[which], clock() - start)
    mine, other = fastest
    return Measurement(measure, bars, 1000 * mine, 1000 * other, mine / other, budget)


def table(rows: Iterable[Measurement]) -> str:
    """The measurements as a table in Markdown."""
    lines = ["| measure | bars | ms | reference ms | ratio | budget | |", "|---|--:|--:|--:|--:|--:|---|"]
    for row in rows:
        verdict = "within" if row.within else "**over**"
        times = f"{row.milliseconds:.2f} | {row.reference_milliseconds:.2f} | {row.ratio:.2f}"
        lines.append(f"| {row.measure} | {row.bars:,} | {times} | {row.budget:.2f} | {verdict} |")
    return "\n".join(lines)


def write_json(rows: Sequence[Measurement], path: Path) -> None:
    """The measurements as a list of objects, one a row, by the fields' names and ``within``."""
    path.write_text(json.dumps([{**asdict(row), "within": row.within} for row in rows], indent=2) + "\n", "utf-8")


def overran(rows: Iterable[Measurement]) -> list[str]:
    """A sentence for each budget that does not hold."""
    return [f"{row.measure} at {row.bars:,} bars: {row.ratio:.2f}, allowed {row.budget:.2f}" for row in rows if not row.within]
