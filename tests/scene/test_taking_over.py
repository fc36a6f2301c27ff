"""A scene that takes over what it can from the one before looks as one that was made anew, whatever happened in between."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.document import Chart, Indicator, Scale, ScaleKind
from charting.indicators.declaration import Outputs
from charting.indicators.recipe import Context
from charting.indicators.values import IndicatorValues
from charting.scene.backdrop import Backdrop, backdrop
from charting.scene.changes import differing
from charting.scene.chart import ChartScene, build_chart
from charting.scene.legend_layout import legend_lines
from charting.scene.levels import Levels
from charting.scene.look import Look
from charting.scene.panes import View
from charting.scene.primitives import Primitive
from charting.scene.series import Series
from tests.scene.making import INDEX, chart, look, series_of, walk


def with_holidays(bars: Bars) -> Bars:
    """The same without some days, so that the others stand elsewhere."""
    open_days = np.arange(len(bars)) % 40 != 7
    columns = [column[open_days] for column in (bars.time, bars.open, bars.high, bars.low, bars.close, bars.volume)]
    return Bars.of(*columns, bars.interval)


SIZES = ((900, 500), (1400, 700))
KINDS: tuple[ScaleKind, ...] = ("linear", "log", "percent", "indexed")
BESIDE = tuple(Indicator(kind, kind) for kind in ("volume", "sma", "bbands", "rsi", "atr"))
MADE = chart(BESIDE, (Indicator("macd", "macd"),), (Indicator("stoch", "stoch"),))
BARS = walk(1200)
OTHER = with_holidays(walk(1200, seed=2))

steps = st.lists(
    st.one_of(
        st.tuples(st.just("moved"), st.floats(-30, 30)),
        st.tuples(st.just("zoomed"), st.floats(0.3, 4)),
        st.tuples(st.just("longer"), st.integers(0, 3)),
        st.tuples(st.just("sized"), st.sampled_from(SIZES)),
        st.tuples(st.just("scaled"), st.sampled_from(KINDS)),
        st.tuples(st.just("turned"), st.booleans()),
        st.tuples(st.just("other"), st.booleans()),
        st.tuples(st.just("hidden"), st.sampled_from(BESIDE)),
        st.tuples(st.just("nothing"), st.none()),
    ),
    min_size=2,
    max_size=12,
)


class Shown:
    """A chart and what of it is in view, as steps leave it."""

    def __init__(self) -> None:
        self.made, self.count, self.other = MADE, 1000, False
        self.first, self.last, self.size = 880.0, 1010.0, SIZES[0]
        self._caches = {False: IndicatorValues(), True: IndicatorValues()}
        self.series: Series = series_of(BARS.slice(0, self.count))

    def step(self, kind: str, amount: object) -> None:
        """Do one thing to it."""
        match kind, amount:
            case "moved", float(slots):
                self.first, self.last = self.first + slots, self.last + slots
            case "zoomed", float(factor):
                self.first = self.last - max(5.0, (self.last - self.first) * factor)
            case "longer", int(more):
                self.count += more
            case "sized", (int(width), int(height)):
                self.size = (width, height)
            case "scaled", str(name):
                self._scale(lambda scale: replace(scale, kind=name))
            case "turned", bool(inverted):
                self._scale(lambda scale: replace(scale, inverted=inverted))
            case "other", bool(other):
                self.other = other
            case "hidden", Indicator(id=name):
                first, *rest = self.made.panes
                flipped = tuple(replace(one, visible=one.visible != (one.id == name)) for one in first.indicators)
                self.made = replace(self.made, panes=(replace(first, indicators=flipped), *rest))
        if kind in ("longer", "other"):
            bars = (OTHER if self.other else BARS).slice(0, self.count)
            made = series_of(bars)
            self.series = replace(made, instrument=replace(INDEX, symbol="OTHER.HK", currency="USD")) if self.other else made

    def scene(self, made: Chart, levels: Levels, look: Look, previous: ChartScene | None) -> ChartScene:
        """It as a scene."""
        view = View(self.first, self.last, self.size, counting=True)
        return build_chart(made, (), self.series, self._lookup(), view, levels, look, previous)

    def _lookup(self) -> Callable[[Indicator], Outputs]:
        cache, context = self._caches[self.other], Context.of(self.made, self.series.axis.calendar)
        return lambda one: cache.values(self.series.bars, one, context)

    def _scale(self, change: Callable[[Scale], Scale]) -> None:
        first, *rest = self.made.panes
        self.made = replace(self.made, panes=(replace(first, scale=change(first.scale)), *rest))


@settings(max_examples=40)
@given(steps)
def test_what_is_taken_over_is_what_would_be_made(wanted: list[tuple[str, object]]) -> None:
    shown, levels, looks = Shown(), Levels(), look()
    carried: ChartScene | None = None
    anew: ChartScene | None = None
    for kind, amount in wanted:
        shown.step(kind, amount)
        carried = shown.scene(shown.made, levels, looks, carried)
        # Of a chart that is another object nothing can be said to be the same, but where it was on the screen.
        anew = shown.scene(replace(shown.made), Levels(), looks, anew)
        assert len(carried.primitives) == len(anew.primitives)
        assert differing(carried.primitives, anew.primitives, looks.metrics) == []
        assert (carried.layout, carried.feet) == (anew.layout, anew.feet)
        assert [one.tags for one in carried.tagged] == [one.tags for one in anew.tagged]
        assert legend_lines(carried, -1, looks) == legend_lines(anew, -1, looks)


def parts_of(ground: Backdrop) -> list[Primitive]:
    return [ground.around, *ground.labels, *(part for one in ground.behind for part in (one.ground, *one.lines))]


@settings(max_examples=40)
@given(steps)
def test_a_backdrop_that_is_taken_over_is_the_one_of_a_chart_that_just_opened(wanted: list[tuple[str, object]]) -> None:
    """And it says in which panes it differs from the one before, or that it may do so anywhere."""
    shown, levels, looks = Shown(), Levels(), look()
    before: ChartScene | None = None
    for kind, amount in wanted:
        shown.step(kind, amount)
        made = shown.scene(shown.made, levels, looks, before)
        known = made.backdrop
        anew = backdrop(shown.series, known.view, made.layout, made.panes, made.price_pane, looks)
        assert differing(parts_of(known), parts_of(anew), looks.metrics) == []
        assert known.rescaled(known) == ()
        rescaled = None if before is None else known.rescaled(before.backdrop)
        if before is not None and rescaled is not None:
            boxes = differing(parts_of(before.backdrop), parts_of(known), looks.metrics)
            assert all(box in rescaled for box in boxes)
            scales = zip(made.panes, before.panes, strict=True)
            assert rescaled == tuple(one.rect for one, other in scales if one.viewport.scale != other.viewport.scale)
        before = made


def test_bars_that_the_calendar_foresaw_leave_the_time_axis_as_it_is() -> None:
    shown, levels, looks = Shown(), Levels(), look()
    before = shown.scene(MADE, levels, looks, None)
    shown.step("longer", 3)
    after = shown.scene(MADE, levels, looks, before)
    assert after.backdrop.labels is before.backdrop.labels
    assert after.backdrop.around is before.backdrop.around
    assert after.backdrop.rescaled(before.backdrop) is not None
    shown.step("other", True)
    other = shown.scene(MADE, levels, looks, after)
    assert other.backdrop.labels is not before.backdrop.labels, "other bars may stand elsewhere"
    assert other.backdrop.rescaled(after.backdrop) is None


SHAPED = Indicator("macd", "macd", shapes={"macd": "columns"})
HIDDEN = chart((Indicator("bbands", "bbands", hidden=("upper",)), *BESIDE[3:]), (SHAPED,))


@pytest.mark.parametrize("made", [MADE, HIDDEN], ids=["as declared", "with plots hidden and in another shape"])
def test_what_stays_is_the_very_same(made: Chart) -> None:
    shown, levels, looks = Shown(), Levels(), look()
    before = shown.scene(made, levels, looks, None)
    shown.step("moved", 0.0)
    after = shown.scene(made, levels, looks, before)
    assert after.layout is before.layout
    assert after.legend_room is before.legend_room
    assert all(one is other for one, other in zip(after.tagged, before.tagged, strict=True))
    for pane, known in zip(after.panes, before.panes, strict=True):
        assert all(one is other for one, other in zip(pane.plotted, known.plotted, strict=True))
        assert all(axis.labels is other.labels for axis, other in zip(pane.axes, known.axes, strict=True))
