"""The prices of drawings on the axis are those that the one function of prices says, at the right edge or the last bar."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import numpy as np
import pytest
from msgspec.structs import replace

from charting.core.document import Anchor, Drawing, Stroke
from charting.drawings.catalogue import TOOLS, price_at
from charting.scene.chart import ChartScene, View, build_chart
from charting.scene.levels import Levels
from charting.scene.primitives import Tag
from tests.scene.making import chart, look, series_of, walk
from tests.scene.test_axes import SIZE, flat

BARS = walk(300)
COLOUR = "#12ab34"


def scene_with(kind: str, row: int, last: float) -> ChartScene:
    time = datetime.fromtimestamp(int(BARS.time[row]), UTC)
    drawing = Drawing("1", kind, (Anchor(time, float(BARS.close[row])),), Stroke(COLOUR))
    return build_chart(chart(()), (drawing,), series_of(BARS), lambda _one: None, View(last - 100, last, SIZE), Levels(), look())


@pytest.mark.parametrize("kind", ["horizontal_line", "horizontal_ray", "cross_line", "anchored_vwap"])
@pytest.mark.parametrize("last", [280.0, 299.0, 330.0])
def test_the_tag_says_the_price_of_the_line(kind: str, last: float) -> None:
    scene = scene_with(kind, 250, last)
    (tag,) = (item for item in flat(scene.primitives) if isinstance(item, Tag) and item.background == COLOUR and item.text)
    (item,) = scene.sheet.items
    slot = min(last, len(BARS) - 1.0) if kind == "anchored_vwap" else last
    (price,) = price_at(item.drawing, np.array([slot]), scene.projection)
    assert float(tag.text.replace(",", "")) == pytest.approx(price, abs=0.006)


def test_a_line_that_begins_later_has_no_tag_yet() -> None:
    scene = scene_with("horizontal_ray", 290, 280.0)
    assert not [item for item in flat(scene.primitives) if isinstance(item, Tag) and item.background == COLOUR]


SLOPING = [tool.kind for tool in TOOLS.values() if tool.price_at is not None and tool.anchors > 1]


def drawn(kind: str, **parameters: bool) -> Drawing:
    """A drawing of a tool over the last bars, running on to the right, about as high as the last price."""
    tool = TOOLS[kind]
    rows, shares = np.linspace(210, 290, tool.anchors, dtype=int), np.resize([1.0, 1.01, 0.995], tool.anchors)
    anchors = tuple(
        Anchor(datetime.fromtimestamp(int(BARS.time[row]), UTC), float(BARS.close[-1] * share))
        for row, share in zip(rows, shares, strict=True)
    )
    return Drawing("1", tool.makes, anchors, Stroke(COLOUR), extend_right=True, parameters=dict(parameters))


def tags_in(scene: ChartScene) -> list[Tag]:
    return [item for item in flat(scene.primitives) if isinstance(item, Tag) and item.background == COLOUR and item.text]


def scene_of(drawings: tuple[Drawing, ...], last: float) -> ChartScene:
    return build_chart(chart(()), drawings, series_of(BARS), lambda _one: None, View(last - 100, last, SIZE), Levels(), look())


@pytest.mark.parametrize("kind", SLOPING)
@pytest.mark.parametrize("last", [285.0, 299.0, 330.0])
def test_a_sloping_line_tells_where_it_is_at_the_newest_bar_when_asked_to(kind: str, last: float) -> None:
    drawing = drawn(kind, axis_price=True)
    scene = scene_of((drawing,), last)
    (item,) = scene.sheet.items
    (price,) = price_at(item.drawing, np.array([len(BARS) - 1.0]), scene.projection)
    told = [float(tag.text.replace(",", "")) for tag in tags_in(scene)]
    viewport = scene.projection.viewport
    seen = np.isfinite(price) and viewport.top <= viewport.y(price) <= viewport.bottom
    assert told == ([pytest.approx(price, abs=0.006)] if seen else [])
    assert seen or kind == "regression_channel" or TOOLS[kind].group not in ("Lines", "Channels")  # the bars decide there
    assert tags_in(scene_of((drawn(kind),), last)) == []


@pytest.mark.parametrize("kind", ["horizontal_line", "horizontal_ray", "cross_line", "anchored_vwap"])
def test_a_level_line_keeps_its_tag_to_itself_when_asked_to(kind: str) -> None:
    time = datetime.fromtimestamp(int(BARS.time[250]), UTC)
    silent = Drawing("1", kind, (Anchor(time, float(BARS.close[250])),), Stroke(COLOUR), parameters={"axis_price": False})
    assert tags_in(scene_of((silent,), 299.0)) == []


def test_a_line_that_ended_has_no_price_now() -> None:
    assert tags_in(scene_of((replace(drawn("trend_line", axis_price=True), extend_right=False),), 299.0)) == []


def test_tags_of_lines_that_meet_stand_apart() -> None:
    lines = tuple(replace(drawn("trend_line", axis_price=True), id=str(number)) for number in range(6))
    tags = sorted(tags_in(scene_of(lines, 299.0)), key=lambda tag: tag.rect[1])
    assert len(tags) == 6
    assert all(one.rect[1] + one.rect[3] <= other.rect[1] for one, other in pairwise(tags))
