"""The values of one bar, in words: the bar's own, and every indicator's."""

from __future__ import annotations

import math

import numpy as np
import pytest

from charting.core.bars import Bars
from charting.core.document import Indicator
from charting.core.interval import DAY
from charting.core.theme import theme
from charting.scene.chart import View, build_chart
from charting.scene.legend import reading
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


def test_a_rise_of_a_price_below_zero_is_a_rise_in_per_cent_too() -> None:
    closes = np.array([-40.0, -30.0])
    found = reading(Bars.of([0, 86_400], closes, closes, closes, closes, None, DAY), 1)
    assert (found.change, found.fraction) == (10.0, 0.25)


@pytest.mark.parametrize(("volume", "text"), [(2_150_000.0, "2,150,000"), (0.35, "0.35"), (12.0, "12"), (math.nan, "–")])
def test_a_volume_is_told_in_full(volume: float, text: str) -> None:
    bars = walk(5)
    series = series_of(Bars.of(bars.time, bars.open, bars.high, bars.low, bars.close, np.full(5, volume), DAY))
    scene = build_chart(chart((Indicator("volume", "volume"),)), (), series, lambda _: {"volume": series.bars.volume},
                        View(0.0, 5.0, (800, 600)), Levels(), look())  # fmt: skip
    bar, indicator = listing(scene, 4, look())
    assert [line.text for line in bar.lines if line.title == "Volume"] == [text]
    assert [line.text for line in indicator.lines] == [text]
