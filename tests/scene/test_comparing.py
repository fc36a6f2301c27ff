"""Series over the first: aligned by time, counted in percent, each in its own line."""

from __future__ import annotations

import tracemalloc

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.document import Compared, Scale, ScaleKind
from charting.core.interval import DAY
from charting.core.timeaxis import TimeAxis
from charting.scene.chart import ChartScene, View, build_chart
from charting.scene.comparing import Alignment, aligned, alignment, comparisons, shown_kind
from charting.scene.legend_layout import legend_lines
from charting.scene.levels import Levels
from charting.scene.listing import listing
from charting.scene.preparing import prepare
from charting.scene.primitives import Group, Path, Run, Tag
from charting.scene.series import Other, Series
from tests.scene.making import chart, look, series_of, walk

BARS = walk(300)
COLOUR = look().theme.colour("purple")


def compared_with(other: Bars | None, first: float = 199.8, kind: ScaleKind = "linear") -> ChartScene:
    """A chart of the last bars from ``first`` on with another series over them."""
    beside = Other(Compared("^HSI", "demo", "purple"), None if other is None else series_of(other))
    series = replace(series_of(BARS), others=(beside,))
    made = chart()
    pane = msgspec.structs.replace(made.panes[0], scale=Scale(kind))
    made = msgspec.structs.replace(made, panes=(pane,))
    return build_chart(made, (), series, lambda _: None, View(first, 302.0, (900, 500)), Levels(), look())


def line_of(scene: ChartScene) -> Path:
    groups = [part for part in scene.primitives if isinstance(part, Group)]
    (found,) = [part for group in groups for part in group.items if isinstance(part, Path) and part.colour == COLOUR]
    return found


def legend_of_other(scene: ChartScene, row: int) -> tuple[tuple[str, str], ...]:
    found = legend_lines(scene, row, look())[2].run
    assert isinstance(found, Run)
    return found.parts


def scaled(bars: Bars, factor: float) -> Bars:
    prices = [column * factor for column in (bars.open, bars.high, bars.low, bars.close)]
    return Bars.of(bars.time, *prices, bars.volume, bars.interval)


def test_a_multiple_of_the_series_lies_on_its_closes() -> None:
    scene = compared_with(scaled(BARS, 7.5))
    points = line_of(scene).points
    viewport = scene.panes[0].viewport
    rows = np.round([viewport.slot(x - 0.5) for x in points[:, 0]]).astype(int)
    assert points[:, 1] == pytest.approx(viewport.y(BARS.close[rows]))


def test_every_line_begins_at_zero_percent() -> None:
    other = walk(300, seed=5)
    scene = compared_with(other)
    scale = scene.panes[0].viewport.scale
    assert scale.kind == "percent"
    (shown,) = scene.compared
    assert shown.base == other.close[200]
    for row in (200, 250, 299):
        reading = scale.reading(np.float64(other.close[row] * shown.factor))
        assert float(reading) == pytest.approx((other.close[row] / other.close[200] - 1) * 100)
    assert legend_of_other(scene, 250)[-1][0].strip() == look().formats.percent(other.close[250] / other.close[200] - 1)


def test_the_scale_holds_every_line() -> None:
    wild = scaled(BARS, 1)
    wild = Bars.of(wild.time, *[np.where(np.arange(300) == 280, 5.0, 1.0) * BARS.close] * 4, None, DAY)
    scene = compared_with(wild)
    viewport = scene.panes[0].viewport
    assert line_of(scene).points[:, 1].min() >= viewport.top


def test_the_listing_has_a_section_for_each() -> None:
    other = walk(300, seed=5)
    section = listing(compared_with(other), 250, look())[1]
    formats = look().formats
    change = formats.percent(other.close[250] / other.close[200] - 1)
    assert [line.text for line in section.lines] == [formats.price(other.close[250], 2), change]
    assert {line.colour for line in section.lines} == {COLOUR}
    assert len(listing(compared_with(None), 250, look())[1].lines) == 2


@pytest.mark.parametrize(("chosen", "used"), [("linear", "percent"), ("log", "log"), ("indexed", "indexed")])
def test_the_scale_is_percent_unless_index_points_or_logarithms_were_chosen(chosen: ScaleKind, used: str) -> None:
    assert compared_with(walk(300, seed=5), kind=chosen).panes[0].viewport.scale.kind == used


def tag_of(scene: ChartScene) -> Tag:
    (found,) = [tag for side in scene.tagged for tag in side.tags if tag.background == COLOUR]
    return found


def test_a_series_that_is_its_own_only_further_one_is_not_compared() -> None:
    """Its chart goes to a compared series: the scale is as chosen, and so are the buttons that tell of it."""
    alone = msgspec.structs.replace(chart(), compare=(Compared("HSTECH.HK", "demo"),))
    assert shown_kind(alone) == "linear"
    assert shown_kind(msgspec.structs.replace(alone, compare=(*alone.compare, Compared("^HSI", "demo")))) == "percent"


def test_on_a_log_scale_equal_changes_are_equal_distances_and_the_tag_tells_the_change() -> None:
    other = walk(300, seed=5)
    scene = compared_with(other, kind="log")
    heights, base = line_of(scene).points[:, 1], scene.compared[0].base
    per_log = np.diff(heights) / np.diff(np.log(other.close[199:300]))
    assert per_log == pytest.approx(np.full(100, per_log[0]), rel=1e-6)
    assert tag_of(scene).text == look().formats.percent(other.close[-1] / base - 1)
    assert tag_of(compared_with(other)).text == tag_of(scene).text  # as it does in per cent
    indexed = tag_of(compared_with(other, kind="indexed")).text
    assert indexed == look().formats.price(100 * other.close[-1] / base, 2)


def test_the_axis_has_room_for_a_change_that_is_longer_than_its_prices() -> None:
    other = walk(300, seed=5)
    close = other.close * np.exp(np.linspace(0, 60, 300))
    scene = compared_with(Bars.of(other.time, close, close, close, close, other.volume, DAY), kind="log")
    (axis,) = scene.tagged
    texts = [tag.text for tag in axis.tags]
    (change,) = [text for text in texts if text.endswith("%")]
    assert len(change) > 12
    assert look().metrics.width(change) < axis.rect[2]


def test_a_short_history_begins_later() -> None:
    young = walk(300, seed=5).slice(260, 300)
    scene = compared_with(young)
    (shown,) = scene.compared
    assert shown.base == young.close[0]
    assert legend_of_other(scene, 240)[-1][0] == "–"
    x = line_of(scene).points[np.isfinite(line_of(scene).points[:, 1]), 0]
    assert x.min() == pytest.approx(scene.panes[0].viewport.x(260) + 0.5)


def test_a_history_of_one_bar_is_seen() -> None:
    scene = compared_with(walk(300, seed=5).slice(299, 300))
    groups = [part for part in scene.primitives if isinstance(part, Group)]
    _, stroke = [part for group in groups for part in group.items if isinstance(part, Path) and part.colour == COLOUR]
    viewport = scene.panes[0].viewport
    (left, y), (right, _) = stroke.points[:2]
    assert (left, right) == pytest.approx([viewport.x(299.0 - 0.4) + 0.5, viewport.x(299.0 + 0.4) + 0.5])
    (shown,) = scene.compared
    assert y == pytest.approx(viewport.y(shown.base * shown.factor))


def test_bars_that_are_not_there_yet_are_waited_for() -> None:
    scene = compared_with(None)
    assert legend_of_other(scene, 250) == (("^HSI  ", look().theme.text_muted), ("…", look().theme.text_muted))
    nothing = compared_with(BARS.slice(0, 0))
    assert legend_of_other(nothing, 250)[-1][0] == "–"
    past = compared_with(BARS.slice(0, 100))
    assert not np.isfinite(past.compared[0].factor)


@given(st.sets(st.integers(0, 79), min_size=1), st.sets(st.integers(0, 79), min_size=1))
def test_closes_are_those_of_the_day_or_of_the_last_one_before(mine: set[int], theirs: set[int]) -> None:
    bars, other = (_rows(rows) for rows in (mine, theirs))
    expected = []
    for time in bars.time:
        before = [row for row in range(len(other)) if other.time[row] <= time]
        known = before and time <= other.time[-1]
        expected.append(other.close[before[-1]] if known else np.nan)
    assert np.array_equal(aligned(bars, other, axis_of(other)), expected, equal_nan=True)


def _rows(rows: set[int]) -> Bars:
    kept = sorted(rows)
    return Bars.of(BARS.time[kept], *[BARS.close[kept]] * 4, None, DAY)


def axis_of(bars: Bars) -> TimeAxis:
    return TimeAxis(bars.time, bars.interval, calendar_for("XHKG"))


def test_alignment_is_kept_as_long_as_the_bars_are() -> None:
    levels, series = Levels(), series_of(BARS)
    calls: list[int] = []

    def make(before: object) -> Alignment:
        calls.append(1)
        return alignment(before, series.bars, other.bars, other.axis)

    other: Series = series_of(walk(300, seed=5))
    assert levels.beside(series.bars, other.bars, make) is levels.beside(series.bars, other.bars, make)
    levels.beside(series.bars, series_of(walk(300, seed=6)).bars, make)
    assert len(calls) == 2


@given(
    st.sets(st.integers(0, 79), min_size=3),
    st.sets(st.integers(0, 79), min_size=3),
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=6),
)
def test_closes_beside_bars_go_on_with_both(mine: set[int], theirs: set[int], steps: list[tuple[float, float]]) -> None:
    """Some bars come here, some there; the last of each was still forming."""
    bars, other = _rows(mine), _rows(theirs)
    before: Alignment | None = None
    for here, there in sorted(steps):
        shown = bars.slice(0, 1 + round(here * (len(bars) - 1)))
        beside = other.slice(0, 1 + round(there * (len(other) - 1)))
        other.close.flags.writeable = True
        last = len(beside) - 1
        close, other.close[last] = float(other.close[last]), 1.0  # in the memory of all these tables
        forming = alignment(before, shown, beside, axis_of(beside))
        assert np.array_equal(forming.values, aligned(shown, beside, axis_of(beside)), equal_nan=True)
        other.close[last] = close
        before = alignment(forming, shown.slice(0, len(shown)), beside.slice(0, len(beside)), axis_of(beside))
        assert np.array_equal(before.values, aligned(shown, beside, axis_of(beside)), equal_nan=True)


def test_a_trade_looks_at_few_of_the_bars_compared() -> None:
    count = 60_000
    mine, theirs = walk(count), walk(count, seed=2)
    levels = Levels()

    def compare(rows: int) -> None:
        beside = theirs.slice(0, rows)
        series = replace(series_of(mine.slice(0, rows)), others=(Other(Compared("^HSI", "demo", "blue"), series_of(beside)),))
        if rows == count - 2:
            prepare("candles", series).hand_over(series.bars, levels)
        (found,) = comparisons(series, levels, 0, rows, 1.0)
        assert found.values is not None
        assert len(found.values) == rows

    compare(count - 2)
    compare(count - 1)
    tracemalloc.start()
    compare(count)
    needed = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert needed < 8 * count


def test_the_legend_says_why_there_are_no_bars() -> None:
    beside = Other(Compared("^HSI", "demo"), problem="The file has no bars of 1 minute.")
    series = replace(series_of(BARS), others=(beside,))
    scene = build_chart(chart(), (), series, lambda _: None, View(199.8, 302.0, (900, 500)), Levels(), look())
    assert "".join(text for text, _ in legend_of_other(scene, 250)) == "^HSI  – The file has no bars of 1 minute."
