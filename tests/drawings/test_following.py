"""Drawings lie, after trades, where they would be laid out anew; those that read no bars are not laid out again."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.document import Drawing
from charting.core.timeaxis import TimeAxis
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Projection, Tool
from charting.drawings.sheet import Sheet, lay_out, remembered
from tests.drawings.scenes import bars, pane
from tests.drawings.test_moved import assert_alike, moved, row_of, seen

every_tool = pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS.keys())
READING = {"anchored_vwap", "volume_profile", "regression_channel", "long_position", "short_position"}
"""Tools that show what bars come to, whatever is chosen for them."""


class Market:
    """Bars in memory that trades change and go on in, as a feed has them, and the pane that shows them."""

    def __init__(self, count: int = 60) -> None:
        whole = bars("1d")
        self._columns = [np.array(getattr(whole, name)) for name in ("time", "open", "high", "low", "close", "volume")]
        self._whole, self._count = Bars.of(*self._columns, whole.interval), count
        self._calendar = pane().axis.calendar
        self.space = self._seen(pane(), TimeAxis(self._whole.time[:count], whole.interval, self._calendar))

    def _seen(self, space: Projection, axis: TimeAxis) -> Projection:
        return replace(space, axis=axis, table=self._whole.slice(0, self._count), remembered={})

    def trade(self, price: float) -> Projection:
        """The last bar goes to a price, the most that was traded of it."""
        for column, value in ((self._whole.close, price), (self._whole.high, price + 5), (self._whole.volume, 9e6)):
            column.flags.writeable = True
            column[self._count - 1] = value
        self.space = self._seen(self.space, self.space.axis)
        return self.space

    def go_on(self) -> Projection:
        """Another bar, on an axis of its own."""
        self._count += 1
        self.space = self._seen(self.space, TimeAxis(self._whole.time[: self._count], self._whole.interval, self._calendar))
        return self.space


def after(drawings: tuple[Drawing, ...], space: Projection, before: Sheet) -> Sheet:
    known = remembered(before, space.axis, space.instrument, space.wording)
    return lay_out(drawings, replace(space, remembered=known), before)


def assert_as_anew(found: Sheet, drawings: tuple[Drawing, ...], space: Projection) -> None:
    wanted = lay_out(drawings, replace(space, remembered={}))
    assert [row.slots for row in found.rows] == [row.slots for row in wanted.rows]
    assert [item.drawing.id for item in found.items] == [item.drawing.id for item in wanted.items]
    for item, other in zip(found.items, wanted.items, strict=True):
        assert item.figures == other.figures
        assert item.points == other.points


@every_tool
def test_a_sheet_after_trades_is_the_one_that_would_be_laid_out(tool: Tool) -> None:
    """Those drawn further than the bars reach, and those that have nothing to show before there are bars below them, too."""
    market = Market()
    drawings = row_of(tool, market.space)
    sheet = lay_out(drawings, market.space)
    for price in (5600.0, 5600.0, 4300.0):
        sheet = after(drawings, market.trade(price), sheet)
        assert_as_anew(sheet, drawings, market.space)
        for _ in range(3):
            sheet = after(drawings, market.go_on(), sheet)
            assert_as_anew(sheet, drawings, market.space)


@pytest.mark.parametrize("kind", ["regression_channel", "long_position", "anchored_vwap", "volume_profile"])
@pytest.mark.parametrize("low", [3000.0, 7000.0])
@pytest.mark.parametrize("trades", [(500, 100, 300), (500, 700, 100)])
def test_what_a_trade_brings_into_view_is_shown_and_what_it_takes_out_is_not(
    kind: str, low: float, trades: tuple[int, ...]
) -> None:
    """Where the scale stands above or below the bars, nothing of such drawings is to be seen until a price is traded there."""
    market = Market()
    beside = tuple(  # some that are to be seen there, and change with each trade
        replace(one, id=f"{one.id} beside", anchors=tuple(replace(at, price=at.price - 5500 + low + 500) for at in one.anchors))
        for one in row_of(TOOLS["anchored_vwap"], market.space)
    )
    drawings = (*row_of(TOOLS[kind], market.space), *beside)
    scale = replace(market.space.window.scale, low=low, high=low + 1000.0)
    window = replace(market.space.window, scale=scale)
    sheet = lay_out(drawings, replace(market.space, window=window))
    assert sheet.laying.silent
    for price in (*(low + above for above in trades), 5600.0, low + 600.0):
        there = replace(market.trade(price), window=window)
        sheet = after(drawings, there, sheet)
        assert_as_anew(sheet, drawings, there)


@every_tool
def test_after_a_pane_was_moved_by_hand_trades_change_what_reads_them(tool: Tool) -> None:
    market = Market()
    drawings = row_of(tool, market.space)
    sheet = lay_out(drawings, market.space)
    for pixels in (3.0, 40.0):
        sheet = lay_out(drawings, moved(market.space, pixels), sheet)
    assert sheet.laying.beyond
    for step in (lambda: market.trade(5600.0), market.go_on):
        there = moved(step(), 40.0)
        sheet = after(drawings, there, sheet)
        wanted = {item.drawing.id: item for item in lay_out(drawings, replace(there, remembered={})).items}
        for item in sheet.items:
            other = wanted.pop(item.drawing.id, None)
            if other is not None:
                assert_alike(item, other, there)
            else:
                assert not seen(item, there)
        assert not wanted


@every_tool
def test_what_reads_no_bars_stays_as_it_is(tool: Tool) -> None:
    market = Market()
    drawings = row_of(tool, market.space)
    first = lay_out(drawings, market.space)
    reads = any(item.reads for item in first.items) or bool(first.laying.silent)
    assert reads or tool.makes not in READING
    once = after(drawings, market.trade(5600.0), first)
    if not reads:
        assert once.laying is first.laying, "its picture is kept, too"
        assert after(drawings, market.go_on(), once).laying is first.laying
    untouched = [(item, other) for item, other in zip(first.items, once.items, strict=True) if not item.reads]
    assert all(item is other for item, other in untouched)


def test_a_trade_lays_out_again_what_reads_it_and_nothing_else() -> None:
    """And nothing at all where it comes to the same, so that pictures of all of them are kept."""
    market = Market()
    reading, others = (row_of(TOOLS[kind], market.space) for kind in ("volume_profile", "trend_line"))
    drawings = tuple(replace(one, id=f"{index}") for index, one in enumerate((*reading, *others)))
    first = lay_out(drawings, market.space)
    once = after(drawings, market.trade(5600.0), first)
    assert once.laying is not first.laying
    known = {item.drawing.id: item for item in first.items}
    kept = [item is known[item.drawing.id] for item in once.items if not item.reads]
    assert kept
    assert all(kept)
    twice = after(drawings, market.trade(5600.0), once)
    assert twice.laying is once.laying
    assert_as_anew(twice, drawings, market.space)
    assert after(drawings, market.trade(4300.0), twice).laying is not twice.laying
