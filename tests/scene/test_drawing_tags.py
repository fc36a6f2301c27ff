"""The prices of drawings on the axis are those that the one function of prices says, at the right edge or the last bar."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest

from charting.core.document import Anchor, Drawing, Stroke
from charting.drawings.catalogue import price_at
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
