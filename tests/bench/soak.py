"""Frames without end: pans, zooms, ticks and other sizes at random, while memory and references must not go anywhere."""

from __future__ import annotations

import gc
import random
import sys
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from tests.bench.harness import SIZE
from tests.bench.measures import resident
from tests.bench.subject import Subject, simulated_bars

FRAMES = 100_000
WARM = 0.1
"""The share of the frames after which memory is first looked at: until then caches fill."""
GROWTH = 5e6
"""Bytes that memory may grow by after that."""
BARS = 20_000


@dataclass(frozen=True)
class Outcome:
    """What a soak came to: frames painted, bytes grown after warming up, and how references to None changed."""

    frames: int
    grown: int
    references: int

    @property
    def within(self) -> bool:
        """Whether nothing leaks. References to None may be gained (a painter gains some), but not lost."""
        return self.grown < GROWTH and self.references > -100


def soak(frames: int = FRAMES, size: tuple[int, int] = SIZE, seed: int = 1) -> Outcome:
    """Paint so many frames of a chart with indicators, each after something at random."""
    chance, subject = random.Random(seed), Subject(simulated_bars(BARS))
    subject.view.resize(*size)
    subject.begin_ticks(BARS // 4)
    subject.show(300)
    grown_from, references = resident(), sys.getrefcount(None)
    for number in range(frames):
        _something(subject, chance, size)
        if number == int(frames * WARM):
            gc.collect()
            grown_from, references = resident(), sys.getrefcount(None)
        if number % 1000 == 999:
            QApplication.processEvents()  # the document keeps what rests, timers ring
    gc.collect()
    outcome = Outcome(frames, resident() - grown_from, sys.getrefcount(None) - references)
    subject.close()
    return outcome


def _something(subject: Subject, chance: random.Random, size: tuple[int, int]) -> None:
    what = chance.random()
    if what < 0.4:
        subject.pan()
    elif what < 0.7:
        subject.zoom()
    elif what < 0.85:
        subject.tick()
    elif what < 0.95:
        subject.crosshair()
    elif what < 0.98:
        subject.view.resize(size[0] - chance.randrange(200), size[1] - chance.randrange(150))
        subject.view.repaint()
    else:
        subject.show(chance.choice((50, 300, 2000, None)))


def report(outcome: Outcome) -> str:
    """A sentence or two about it."""
    verdict = "within" if outcome.within else "over"
    return (
        f"{outcome.frames:,} frames: memory grew by {outcome.grown / 1e6:.2f} MB after warming up (allowed {GROWTH / 1e6:.0f}), "
        f"references to None changed by {outcome.references:+,}: {verdict}."
    )
