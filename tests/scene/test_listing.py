"""The values of one bar, in words: the bar's own, and every indicator's."""

from __future__ import annotations

import math

from charting.core.document import Indicator
from charting.core.theme import theme
from charting.scene.chart import View, build_chart
from charting.scene.levels import Levels
from charting.scene.listing import listing
from tests.scene.making import chart, look, series_of, walk


def test_the_first_bar_has_no_change_and_an_out_of_range_one_is_the_last() -> None:
    series = series_of(walk(50))
    made = chart((Indicator("sma", "sma", {"period": 5}, visible=False),))
    scene = build_chart(made, (), series, lambda _: None, View(0.0, 50.0, (800, 600)), Levels(), look())
    first, hidden = listing(scene, 0, look())
    texts = {line.title: line.text for line in first.lines}
    assert texts["Change"] == look().formats.change(math.nan, 2)
    assert first.lines[1].colour in (theme("dark").up, theme("dark").down)
    assert [line.title for line in hidden.lines] == ["Hidden"]
    assert listing(scene, 99, look()) == listing(scene, 49, look()) == listing(scene, -1, look())
