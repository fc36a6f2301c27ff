"""Every group of measures by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.bench import changing, drawings, measures
from tests.bench.finplot_chart import against_finplot
from tests.bench.harness import Measurement
from tests.bench.indicators import indicators

Group = Callable[[tuple[int, ...], int], Iterator[Measurement]]

GROUPS: dict[str, Group] = {
    "memory": lambda counts, _rounds: measures.memory(max(counts)),
    "frames": measures.frames,
    "drawings": lambda counts, rounds: drawings.drawings(max(counts), rounds),
    "ticks": lambda counts, rounds: measures.ticks(max(counts), rounds),
    "beside": lambda counts, rounds: measures.beside_a_worker(min(1_000_000, max(counts)), rounds),
    "cache": lambda _counts, rounds: changing.cache(max(3, rounds // 4)),
    "switch": lambda counts, rounds: changing.switch(counts, max(2, rounds // 8)),
    "toggle": lambda counts, rounds: changing.toggle(min(1_000_000, max(counts)), max(3, rounds // 4)),
    "styles": lambda counts, _rounds: changing.made_by_prices(min(1_000_000, max(counts))),
    "themes": lambda _counts, rounds: changing.themes(max(3, rounds // 8)),
    "start": lambda _counts, rounds: measures.start(max(2, rounds // 6)),
    "finplot": lambda counts, rounds: against_finplot(tuple(count for count in counts if count <= 1_000_000), rounds),
    "indicators": lambda counts, rounds: indicators(min(1_000_000, max(counts)), max(3, rounds // 3)),
}
"""In the order they run: memory first, before anything else has been loaded."""

AT_FIRST = tuple(name for name in GROUPS if name != "indicators")
"""The groups that run unless others are named: there are many indicators."""
