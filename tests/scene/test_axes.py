"""Price axes: their sides, second scales, the values marked on them, and that these never cover one another."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.document import AxisSide, BarStyle, Chart, Indicator, Scale
from charting.core.instrument import Instrument
from charting.core.interval import DAY
from charting.core.scales import PriceScale
from charting.core.timeticks import Level, TimeTick
from charting.core.viewport import Viewport
from charting.drawings.snapping import snap
from charting.indicators.recipe import Context
from charting.indicators.values import IndicatorValues
from charting.scene.axes import AxisTag, AxisTags, PriceAxis, clear_of, free_place, price_tags, time_labels
from charting.scene.chart import ChartScene, View, build_chart
from charting.scene.levels import Levels
from charting.scene.overlay import Cursor, crosshair
from charting.scene.primitives import Area, Group, Primitive, Rects, Tag, Text
from tests.scene.making import INDEX, chart, look, series_of, walk

SIDES: tuple[AxisSide, ...] = ("right", "left", "both")
SIZE = (900, 500)
BARS = walk(300)
RSI = Indicator("rsi", "rsi")
VOLUME = Indicator("volume", "volume")
OWN = replace(VOLUME, scale=Scale())
AVERAGE = Indicator("sma", "sma", {"period": 20})


def scene_of(
    made: Chart,
    bars: Bars = BARS,
    first: float = 200.0,
    last: float = 302.0,
    *,
    counting: bool = False,
    instrument: Instrument = INDEX,
) -> ChartScene:
    series, cache = replace(series_of(bars), instrument=instrument), IndicatorValues()
    context = Context.of(made, series.axis.calendar)
    view = View(first, last, SIZE, counting)
    return build_chart(made, (), series, lambda one: cache.values(bars, one, context), view, Levels(), look())


def flat(items: Iterable[Primitive]) -> Iterator[Primitive]:
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items)
        else:
            yield item


def tags(scene: ChartScene, axis: PriceAxis, side: int = 0) -> list[Tag]:
    left, top, _, height = axis.rects[side]
    return [
        item
        for item in flat(scene.primitives)
        if isinstance(item, Tag) and item.rect[0] == left and top <= item.rect[1] <= top + height and item.text
    ]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("beside", [False, True])
def test_scales_stand_on_the_sides_that_were_chosen(side: AxisSide, beside: bool) -> None:
    made = replace(chart((RSI,) if beside else (), (Indicator("macd", "macd"),)), price_axis=side)
    scene = scene_of(made)
    price, other = scene.panes
    left, right = scene.layout.left[0], scene.layout.right[0]
    assert (left[2] > 0) == (side != "right" or beside)
    assert (right[2] > 0) == (side != "left" or beside)
    own = {"right": (right,), "left": (left,), "both": (right,) if beside else (left, right)}[side]
    assert price.axes[0].rects == own
    if beside:
        assert price.axes[1].rects == ((left,) if side != "left" else (right,))
    assert len(other.axes[0].rects) == (2 if side == "both" else 1)
    assert price.viewport.left == price.rect[0] == (left[2] + 1 if left[2] else 0)


@pytest.mark.parametrize("side", SIDES)
def test_nothing_of_the_bars_lies_on_an_axis(side: AxisSide) -> None:
    scene = scene_of(replace(chart((VOLUME, AVERAGE, RSI)), price_axis=side))
    left, _, width, _ = scene.panes[0].rect
    (content,) = [item for item in scene.primitives if isinstance(item, Group) and item.clip == scene.panes[0].rect]
    boxes = [item.array for item in flat(content.items) if isinstance(item, Rects) and len(item.array)]
    assert boxes
    for array in boxes:
        assert array[:, 0].min() >= left - scene.panes[0].viewport.slot_width
        assert array[:, 0].max() <= left + width + scene.panes[0].viewport.slot_width


def test_what_is_no_price_has_a_scale_of_its_own_over_the_bars() -> None:
    bare, scene = scene_of(chart(())), scene_of(chart((RSI,)))
    assert scene.panes[0].viewport.scale == bare.panes[0].viewport.scale
    second = scene.panes[0].axes[1]
    assert second.indicator == "rsi"
    assert 0 <= second.viewport.scale.low + 20 < second.viewport.scale.high <= 120
    values = [float(tag.text) for tag in tags(scene, second)]
    assert len(values) == 1
    assert second.viewport.scale.low < values[0] < second.viewport.scale.high


def test_of_several_second_scales_the_first_is_written_and_all_are_marked() -> None:
    other = Indicator("macd", "macd")
    scene = scene_of(chart((RSI, other)))
    assert [axis.indicator for axis in scene.panes[0].axes] == ["", "rsi"]
    assert set(scene.panes[0].own) == {"rsi", "macd"}
    assert scene.panes[0].own["macd"].scale != scene.panes[0].own["rsi"].scale
    assert len(tags(scene, scene.panes[0].axes[1])) == 4
    hidden = scene_of(chart((replace(RSI, visible=False), other)))
    assert [axis.indicator for axis in hidden.panes[0].axes] == ["", "macd"]


def test_a_second_scale_is_locked_turned_and_counted_by_itself() -> None:
    locked = replace(RSI, scale=Scale(low=10.0, high=50.0, inverted=True))
    scene = scene_of(chart((locked,)))
    scale = scene.panes[0].axes[1].viewport.scale
    assert (scale.low, scale.high, scale.inverted) == (10.0, 50.0, True)
    assert not scene.panes[0].viewport.scale.inverted


def columns(scene: ChartScene, pane: int) -> list[Rects]:
    """The columns of volume: the only rectangles of a pane that stand on a common foot and have many heights."""
    (content,) = [item for item in scene.primitives if isinstance(item, Group) and item.clip == scene.panes[pane].rect]
    feet = scene.panes[pane].viewport.bottom
    return [
        item
        for item in flat(content.items)
        if isinstance(item, Rects) and np.allclose(item.array[:, 1] + item.array[:, 3], feet) and np.ptp(item.array[:, 3]) > 5
    ]


@pytest.mark.parametrize("style", ["area", "baseline"])
def test_areas_of_the_closes_hide_neither_grid_nor_volume_nor_bands(style: BarStyle) -> None:
    scene = scene_of(replace(chart((VOLUME, Indicator("bands", "bbands"))), style=style))
    (content,) = [item for item in scene.primitives if isinstance(item, Group) and item.clip == scene.panes[0].rect]
    parts = list(flat(content.items))
    areas = [(place, item.opacity) for place, item in enumerate(parts) if isinstance(item, Area)]
    opaque = [place for place, opacity in areas if opacity == 1.0]
    grid = [place for place, item in enumerate(parts) if isinstance(item, Rects) and item.colour == look().theme.grid]
    volume = [parts.index(item) for item in columns(scene, 0)]
    assert opaque
    assert len(volume) == 2
    assert max(opaque) < min(grid + volume + [place for place, opacity in areas if opacity < 1.0])


def test_volume_stands_at_the_foot_of_the_bars_over_all_of_the_pane_or_in_one_of_its_own() -> None:
    heights = []
    for made, pane in ((chart((VOLUME,)), 0), (chart((OWN,)), 0), (chart((), (VOLUME,)), 1)):
        scene = scene_of(made)
        found = columns(scene, pane)
        tallest = max(float(item.array[:, 3].max()) for item in found)
        heights.append(tallest / scene.panes[pane].viewport.height)
    foot, over, apart = heights
    assert foot <= 0.2
    assert 0.85 < over < 1
    assert 0.7 < apart < 1
    bare = scene_of(chart(())).panes[0].viewport.scale  # the prices' scale knows nothing of it
    assert scene_of(chart((VOLUME,))).panes[0].viewport.scale == scene_of(chart((OWN,))).panes[0].viewport.scale == bare
    assert len(scene_of(chart((VOLUME,))).panes[0].axes) == 1
    assert scene_of(chart((OWN,))).panes[0].axes[1].decimals is None
    assert scene_of(chart((), (VOLUME,))).panes[1].axes[0].decimals is None


@pytest.mark.parametrize(
    ("lowest", "last", "text"), [(0.4, 0.495, "0.495"), (0.237, 0.62, "0.620"), (0.5, 0.56, "0.56"), (0.4, 620.0, "620.00")]
)
def test_an_axis_tells_prices_by_the_finest_step_in_view(lowest: float, last: float, text: str) -> None:
    close = np.concatenate((np.linspace(lowest, last, 150), np.linspace(lowest, last, 150)))
    bars = Bars.of(BARS.time, close, close, close, close, BARS.volume, DAY)
    series = replace(series_of(bars), instrument=Instrument("0001.HK", "A penny share", kind="equity"))
    scene = build_chart(chart(), (), series, lambda _: None, View(100.0, 302.0, SIZE), Levels(), look())
    assert tags(scene, scene.panes[0].axes[0])[0].text == text
    nearer = build_chart(chart(), (), series, lambda _: None, View(290.0, 302.0, SIZE), Levels(), look(), scene)
    assert nearer.panes[0].decimals == series.instrument.decimals(float(bars.low[289:].min()))


def test_the_scale_of_a_pane_of_volume_stands_on_zero() -> None:
    scale = scene_of(chart((), (VOLUME,))).panes[1].viewport.scale
    assert scale.low == 0
    assert scale.high > BARS.volume[200:].max()


def test_the_newest_values_are_marked_in_their_colours() -> None:
    scene = scene_of(chart((AVERAGE,), (Indicator("macd", "macd"),)))
    theme = look().theme
    price, macd = tags(scene, scene.panes[0].axes[0]), tags(scene, scene.panes[1].axes[0])
    assert len(price) == 2
    assert price[0].background in (theme.up, theme.down)
    assert len(macd) == 3  # MACD, its signal and the histogram between them


def test_the_currency_heads_the_price_axis_but_no_other() -> None:
    def headings(made: Chart) -> list[Text]:
        return [item for item in flat(scene_of(made).primitives) if isinstance(item, Text) and item.text == "HKD"]

    assert len(headings(chart((), (RSI,)))) == 1
    assert len(headings(replace(chart(()), price_axis="both"))) == 2
    percent = chart(())
    percent = replace(percent, panes=(replace(percent.panes[0], scale=Scale("percent")),))
    assert headings(percent) == []


def test_ticks_are_multiples_of_the_tick_size() -> None:
    scene = scene_of(chart(()))
    tick = scene.series.instrument.tick_size(5000.0)
    ratio = scene.panes[0].axes[0].ticks / tick
    assert ratio == pytest.approx(np.round(ratio))


def test_the_crosshair_is_told_on_every_scale_above_all_else() -> None:
    scene = scene_of(replace(chart((RSI,)), price_axis="both"))
    left, top, width, height = scene.panes[0].rect
    found = [item for item in crosshair(scene, Cursor(left + width / 2, top + height / 2, 0), look()) if isinstance(item, Tag)]
    assert [tag.rect[0] for tag in found[:-1]] == [axis.rects[0][0] for axis in scene.panes[0].axes]
    assert found[0].text != found[1].text


@pytest.mark.parametrize("share", [0.1, 0.23, 0.5, 0.77])
def test_the_crosshair_tells_the_price_that_a_point_placed_there_gets(share: float) -> None:
    """A share's prices at some 5,000 dollars are whole dollars."""
    scene = scene_of(chart((RSI,)), instrument=replace(INDEX, kind="equity"))
    axis, (left, top, width, height) = scene.panes[0].axes[0], scene.panes[0].rect
    place = left + width / 2, top + share * height
    told, beside = (item.text for item in crosshair(scene, Cursor(*place, 0), look())[2:4] if isinstance(item, Tag))
    assert told == axis.text(snap(place, scene.projection, "off").anchor.price, look())
    assert told.endswith(".00")
    assert told != axis.text(axis.viewport.price(place[1]), look())
    assert beside == scene.panes[0].axes[1].text(scene.panes[0].axes[1].viewport.price(place[1]), look())


def test_time_left_has_room_below_the_last_price_only_while_it_is_counted() -> None:
    assert scene_of(chart(())).feet == ()
    scene = scene_of(replace(chart(()), price_axis="both"), counting=True)
    assert len(scene.feet) == 2
    last = [tag for tag in tags(scene, scene.panes[0].axes[0], 0) if tag.bold]
    assert scene.feet[0].rect[1] == last[0].rect[1] + last[0].rect[3]


AXIS = (0.0, 40.0, 64.0, 400.0)
marked = st.lists(
    st.builds(AxisTag, st.floats(0, 500), st.just("1.00"), st.just("#808080"), st.booleans(), st.booleans()), max_size=40
)


@given(marked, st.sampled_from([1.0, 1.25, 2.0]))
def test_tags_never_overlap_and_stay_on_the_axis(wanted: list[AxisTag], ratio: float) -> None:
    placed, foot = price_tags(AXIS, wanted, look(ratio))
    spans = sorted((tag.rect[1], tag.rect[1] + tag.rect[3]) for tag in (*placed, *([foot] if foot else [])))
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    assert all(top >= AXIS[1] and end <= AXIS[1] + AXIS[3] for top, end in spans)
    shown = [tag for tag in wanted if AXIS[1] <= tag.y <= AXIS[1] + AXIS[3]]
    assert bool(placed) == bool(shown)
    tall = 40 * ratio
    above = sum(tag.y <= shown[0].y for tag in shown) * tall if shown else 0
    below = sum(tag.y >= shown[0].y for tag in shown) * tall if shown else 0
    if shown and not shown[0].foot and AXIS[1] + above < shown[0].y < AXIS[1] + AXIS[3] - below:
        assert abs(placed[0].rect[1] + placed[0].rect[3] / 2 - shown[0].y) <= 1.5  # the first keeps its place


@given(marked, st.sampled_from([1.0, 1.25, 2.0]))
def test_no_tag_stands_above_a_higher_one(wanted: list[AxisTag], ratio: float) -> None:
    named = [replace(tag, text=str(index)) for index, tag in enumerate(wanted)]
    placed, _ = price_tags(AXIS, named, look(ratio))
    downwards = sorted(placed, key=lambda tag: tag.rect[1])
    heights = [wanted[int(tag.text)].y for tag in downwards]
    assert all(one <= other for one, other in itertools.pairwise(heights)), "however close they are"


def test_tags_less_than_a_pixel_apart_stand_in_the_order_of_their_values() -> None:
    """As 8.75 of a MACD, which comes first, and 8.97 of its signal."""
    placed, _ = price_tags(AXIS, [AxisTag(y, text, "#808080") for y, text in ((200.2, "8.75"), (200.0, "8.97"))], look())
    assert [tag.text for tag in sorted(placed, key=lambda tag: tag.rect[1])] == ["8.97", "8.75"]


def test_a_tag_with_room_about_it_keeps_its_place_and_the_first_one_always() -> None:
    wanted = [AxisTag(y, str(y), "#808080") for y in (200.0, 190.0, 205.0, 320.0)]
    placed, _ = price_tags(AXIS, wanted, look())
    middles = {tag.text: tag.rect[1] + tag.rect[3] / 2 for tag in placed}
    assert abs(middles["200.0"] - 200) <= 1.5
    assert abs(middles["320.0"] - 320) <= 1.5
    assert middles["190.0"] < middles["200.0"] < middles["205.0"] < middles["320.0"]


@given(marked, st.floats(40, 440))
def test_a_tag_among_others_stands_where_the_fewest_are_on_its_wrong_side(wanted: list[AxisTag], y: float) -> None:
    """As that of a point under the hand, beside tags that stay."""
    named = tuple(replace(tag, text=str(index), foot=index == 0) for index, tag in enumerate(wanted))
    placed, foot = price_tags(AXIS, named, look())
    tags = (*placed, *([foot] if foot else []))
    axis = PriceAxis((AXIS,), Viewport(0, 40, 0, 400, 0, 1, PriceScale(1, 2)), np.empty(0), (), 2)
    new, _ = price_tags(AXIS, [AxisTag(y, "new", "#ff0000")], look(), AxisTags(tags, foot, axis, AXIS, named, ()))
    heights = [named[int(tag.text or 0)].y for tag in tags]

    def wrong(place: float) -> int:
        return sum((height < y) != (tag.rect[1] < place) for tag, height in zip(tags, heights, strict=True))

    whole = round(look().metrics.height) + look().px(3)
    free = [
        place
        for place in range(40, 440 - whole + 1)
        if all(place >= tag.rect[1] + tag.rect[3] or place + whole <= tag.rect[1] for tag in tags)
    ]
    assert bool(new) == bool(free)
    if new:
        assert wrong(new[0].rect[1]) == min(wrong(place) for place in free)


@given(st.floats(0, 500), st.lists(st.integers(0, 20), unique=True, max_size=20))
def test_a_free_place_is_the_nearest_there_is(top: float, rows: list[int]) -> None:
    taken = [(40.0 + 20 * row, 60.0 + 20 * row) for row in rows]
    found = free_place(top, 18.0, taken, AXIS)
    free = [
        place for place in np.arange(40, 422.01, 0.5) if all(place >= bottom or place + 18 <= other for other, bottom in taken)
    ]
    if found is None:
        assert free == []
    else:
        assert min(abs(np.array(free) - top)) >= abs(found - top) - 1e-9


def test_labels_give_way_to_tags() -> None:
    scene = scene_of(chart(()))
    axis = scene.panes[0].axes[0]
    tag = Tag((0, round(axis.viewport.y(float(axis.ticks[1]))) - 8, 60, 17), "", "#000000", "#ffffff")
    free = clear_of([tag], [], axis.viewport.y(axis.ticks).tolist(), look())
    assert not free[1]
    assert sum(free) >= len(free) - 2


@pytest.mark.parametrize("bad", [0.0, -5.0, np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("kind", ["linear", "log", "percent", "indexed"])
def test_prices_without_a_logarithm_are_shown_sensibly(bad: float, kind: str) -> None:
    prices = np.linspace(50.0, 60.0, 40)
    prices[20] = bad
    bars = Bars.of(BARS.time[:40], prices, prices + 1, prices - 1, prices, np.ones(40), DAY)
    made = chart(())
    made = replace(made, panes=(replace(made.panes[0], scale=Scale(kind)),))
    scene = scene_of(made, bars, -0.5, 42.0)
    scale = scene.panes[0].viewport.scale
    assert np.isfinite([scale.low, scale.high]).all()
    assert scale.low < 50 < 60 < scale.high
    if kind == "log":  # bars of zero and less can be shown on a linear scale only
        assert scale.kind == ("log" if not bad <= 0 or np.isneginf(bad) else "linear")
    for item in flat(scene.primitives):
        if isinstance(item, Rects):
            assert np.isfinite(item.array).all()


def test_a_log_scale_held_by_hand_leaves_out_what_has_no_place_on_it() -> None:
    prices = np.linspace(50.0, 60.0, 40)
    prices[20] = -5.0
    bars = Bars.of(BARS.time[:40], prices, prices, prices, prices, np.ones(40), DAY)
    made = chart(())
    made = replace(made, panes=(replace(made.panes[0], scale=Scale("log", low=40.0, high=70.0)),))
    scene = scene_of(made, bars, -0.5, 42.0)
    assert scene.panes[0].viewport.scale.kind == "log"
    for item in flat(scene.primitives):
        if isinstance(item, Rects):
            assert np.isfinite(item.array).all()


@pytest.mark.parametrize("levels", [("hour", "day", "hour", "day"), ("day", "hour", "day", "hour"), ("day", "month", "day")])
def test_days_stand_out_among_hours_whichever_label_is_the_last(levels: tuple[Level, ...]) -> None:
    ticks = [TimeTick(slot, level, 86_400 * slot) for slot, level in enumerate(levels)]
    (group,) = time_labels([100.0, 200.0, 300.0, 400.0][: len(ticks)], (0.0, 480.0, 500.0, 20.0), ticks, look())
    assert isinstance(group, Group)
    colours = [text.colour for text in group.items if isinstance(text, Text)]
    theme = look().theme
    lesser = {"day"} if "hour" not in levels else {"hour"}
    assert colours == [theme.text_muted if level in lesser else theme.text for level in levels]
