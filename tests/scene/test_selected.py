"""What the axes say of drawings that are selected."""

from __future__ import annotations

import datetime

import numpy as np

from charting.core.document import Anchor, Drawing, Stroke
from charting.scene.chart import ChartScene, View, build_chart
from charting.scene.levels import Levels
from charting.scene.primitives import Group, Tag
from charting.scene.selected import axis_marks
from tests.scene.making import chart, look, series_of, walk

BARS = walk(300)
RED = look().theme.colour("red")


def line(key: str, kind: str, *places: tuple[int, float]) -> Drawing:
    anchors = (Anchor(datetime.datetime.fromtimestamp(int(BARS.time[row]), datetime.UTC), price) for row, price in places)
    return Drawing(key, kind, tuple(anchors), Stroke("red"))


def scene_with(*drawings: Drawing) -> ChartScene:
    view = View(200.0, 300.0, (900, 500))
    return build_chart(chart(()), drawings, series_of(BARS), lambda _: None, view, Levels(), look())


def tags(scene: ChartScene, *drawings: Drawing) -> tuple[list[Tag], list[Tag]]:
    """Tags on the price axis and on the time axis."""
    found = axis_marks(scene, drawings, look())
    prices = [tag for part in found if isinstance(part, Group) for tag in part.items if isinstance(tag, Tag)]
    return prices, [part for part in found if isinstance(part, Tag)]


def test_both_ends_of_a_line_are_told_in_its_colour() -> None:
    low, high = float(BARS.low[220]), float(BARS.high[260])
    drawn = line("a", "trend_line", (220, low), (260, high))
    prices, times = tags(scene_with(drawn), drawn)
    assert sorted(tag.text for tag in prices) == sorted(look().formats.price(price, 2) for price in (low, high))
    assert [tag.text for tag in times] == [look().formats.moment(int(BARS.time[row]), BARS.interval) for row in (220, 260)]
    assert {tag.background for tag in (*prices, *times)} == {RED}


def test_they_cover_no_other_tag() -> None:
    close = float(BARS.close[-1])
    drawn = line("a", "trend_line", (220, close), (260, close + 1))
    scene = scene_with(drawn)
    prices, _ = tags(scene, drawn)
    spans = sorted((tag.rect[1], tag.rect[1] + tag.rect[3]) for tag in (*prices, *scene.tagged[0].tags))
    assert len(spans) == 3
    assert (np.diff(np.array(spans).ravel()) >= 0).all()


def test_a_line_that_has_its_tag_already_gets_no_second_one() -> None:
    drawn = line("a", "horizontal_line", (220, float(BARS.close[230])))
    assert tags(scene_with(drawn), drawn)[0] == []


def test_of_many_points_the_ends_are_told_and_out_of_view_none() -> None:
    drawn = line("a", "brush", *((row, float(BARS.close[row])) for row in range(210, 240)))
    prices, times = tags(scene_with(drawn), drawn)
    assert len(prices) == 2
    assert len(times) == 2
    gone = line("b", "trend_line", (10, 1.0), (20, 2.0))
    assert tags(scene_with(gone), gone) == ([], [])


def test_of_many_drawings_the_outermost_points_are_told_highest_first() -> None:
    rows = range(210, 290, 10)
    drawn = [line(str(row), "trend_line", (row, float(BARS.low[row])), (row + 5, float(BARS.high[row + 5]))) for row in rows]
    prices, times = tags(scene_with(*drawn), *drawn)
    ends = [anchor.price for one in drawn for anchor in one.anchors]
    assert [tag.text for tag in sorted(prices, key=lambda tag: tag.rect[1])] == [
        look().formats.price(price, 2) for price in (max(ends), min(ends))
    ]
    assert len(times) == 2
