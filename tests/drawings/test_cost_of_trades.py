"""What a trade takes under a drawing does not depend on how many bars it spans: a year of minutes must be as quick as a day."""

from __future__ import annotations

import gc
import tracemalloc
import weakref
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.document import Anchor, Drawing
from charting.core.scales import PriceScale
from charting.core.viewport import Viewport
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Projection
from charting.drawings.editing import placed
from charting.drawings.sheet import Sheet, lay_out
from tests.scene.making import INDEX, series_of, walk

COUNT = 120_000
BARS = walk(COUNT)
SCALE = PriceScale(float(BARS.low.min()), float(BARS.high.max()))
LEAST = 8 * COUNT
"""Bytes that one number a bar takes: whoever makes as much looked at all of them."""


def pane(bars: Bars) -> Projection:
    series = series_of(bars)
    return Projection(Viewport(0, 0, 200, 500, -0.5, COUNT + 0.5, SCALE), series.axis, bars, INDEX)


def spanning(kind: str) -> Drawing:
    """A drawing from the first bars to the newest one."""
    tool = TOOLS[kind]
    points = 6 if tool.max_anchors > tool.anchors else tool.anchors
    rows = [100 + (COUNT - 101) * point // max(points - 1, 1) for point in range(points)]
    anchors = (
        Anchor(datetime.fromtimestamp(int(BARS.time[row]), UTC), float((BARS.high if turn % 2 else BARS.low)[row]))
        for turn, row in enumerate(rows)
    )
    return replace(placed(tool, tuple(anchors), pane(BARS)), id=kind)


@pytest.mark.parametrize("kind", TOOLS)
def test_a_trade_looks_at_few_bars(kind: str) -> None:
    drawing = spanning(kind)
    tables = [BARS.slice(0, COUNT - 3 + more) for more in range(4)]
    sheets: list[Sheet] = []
    for table in tables[:3]:
        sheets.append(lay_out((drawing,), pane(table), sheets[-1] if sheets else None))
    now = pane(tables[3])
    tracemalloc.start()
    lay_out((drawing,), now, sheets[-1])
    needed = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert needed < LEAST


@pytest.mark.parametrize("kind", TOOLS)
def test_a_table_that_is_shown_no_more_is_held_by_nothing(kind: str) -> None:
    """Each trade makes one: what was found out about it must not keep it."""
    drawing, table = spanning(kind), BARS.slice(0, COUNT - 1)
    sheet = lay_out((drawing,), pane(table))
    assert sheet.laying.items
    gone = weakref.ref(table)
    del table, sheet
    gc.collect()
    assert gone() is None
