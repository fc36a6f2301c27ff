"""Indicators that take their values from others on the same chart."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec import structs
from msgspec.structs import replace

from charting.core.calendar import calendar_for
from charting.core.document import Chart, Indicator, Pane
from charting.indicators.beside import closes
from charting.indicators.catalogue import CATALOGUE
from charting.indicators.declaration import IndicatorProblem
from charting.indicators.longer import longer
from charting.indicators.recipe import Context, label_of
from charting.indicators.sourced import Sourced
from charting.indicators.values import IndicatorValues
from tests.indicators.making import OTHER, context_for, holed, indicator_of, same, walk

AVERAGE = Indicator("average", "sma", {"period": 20})
STRENGTH = Indicator("strength", "rsi", {"source": "indicator:average/sma"})
SMOOTH = Indicator("smooth", "ema", {"period": 5, "source": "indicator:strength/rsi"})
EXCHANGE = calendar_for("XHKG")


def context(*indicators: Indicator) -> Context:
    return Context.of(Chart("c", "S", "demo", panes=(Pane("p", indicators=indicators),)), EXCHANGE)


CHART = context(AVERAGE, STRENGTH, SMOOTH)


def computed(kind: str, bars, **settings: object):
    (column,) = CATALOGUE[kind].compute(bars, CATALOGUE[kind].settings({}) | settings).values()
    return column


def test_an_output_is_the_source_of_another_and_that_of_a_third() -> None:
    bars, cache = walk(300), IndicatorValues()
    average = computed("sma", bars, period=20)
    strength = computed("rsi", Sourced.of_bars(bars, {"x": average}), source="x")
    smooth = computed("ema", Sourced.of_bars(bars, {"x": strength}), source="x", period=5)
    assert same(cache.values(bars, SMOOTH, CHART)["ema"], smooth)
    assert same(cache.peek(bars, STRENGTH, CHART)["rsi"], strength)
    assert not same(strength, cache.values(bars, replace(STRENGTH, parameters={}), CHART)["rsi"])


def test_volume_is_averaged_like_any_other() -> None:
    bars = walk(100)
    of_volume = Indicator("a", "sma", {"period": 20, "source": "indicator:volume/volume"})
    found = IndicatorValues().values(bars, of_volume, context(of_volume, Indicator("volume", "volume")))
    assert same(found["sma"], computed("sma", bars, period=20, source="volume"))


def test_an_average_of_marks_counts_the_bars_without_one() -> None:
    bars, cache = holed(walk(300)), IndicatorValues()
    share = Indicator("share", "sma", {"period": 20, "source": "indicator:doji/cdldoji"})
    chart, before = context(share, Indicator("doji", "cdldoji")), bars.slice(0, 299)
    marks = computed("cdldoji", bars)
    cache.follow(before, share, chart)
    cache.advance(before, bars, 298)
    carried = cache.peek(bars, share, chart)
    assert carried is not None
    assert same(carried["sma"], IndicatorValues().values(bars, share, chart)["sma"])
    assert 0 < np.count_nonzero(marks) < 300
    assert carried["sma"][-1] == pytest.approx(marks[-20:].mean())


def test_other_settings_of_the_source_give_other_values() -> None:
    bars, cache = walk(300), IndicatorValues()
    first = cache.values(bars, STRENGTH, CHART)["rsi"]
    other = context(replace(AVERAGE, parameters={"period": 30}), STRENGTH)
    assert cache.peek(bars, STRENGTH, other) is None
    assert not same(cache.values(bars, STRENGTH, other)["rsi"], first)
    assert cache.peek(bars, STRENGTH, CHART)["rsi"] is first


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ((STRENGTH,), "no longer on the chart"),
        ((replace(AVERAGE, kind="macd"), STRENGTH), "no such output"),
        ((replace(AVERAGE, kind="moonphase"), STRENGTH), "no indicator “moonphase”"),
        ((replace(AVERAGE, parameters={"source": "indicator:strength/rsi"}), STRENGTH), "from itself"),
        ((AVERAGE, replace(STRENGTH, parameters={"source": "indicator:strength/rsi"})), "from itself"),
        ((AVERAGE, replace(STRENGTH, parameters={"source": "indicator:"})), "no longer on the chart"),
    ],
)
def test_a_source_that_cannot_be_had_is_said(others: tuple[Indicator, ...], words: str) -> None:
    cache, strength = IndicatorValues(), others[-1]
    for ask in (cache.values, cache.peek, cache.cost, cache.follow):
        with pytest.raises(IndicatorProblem, match=words):
            ask(walk(50), strength, context(*others))


def test_live_bars_are_followed_through_the_source() -> None:
    bars, cache = walk(260), IndicatorValues()
    before = bars.slice(0, 200)
    for indicator in (SMOOTH, STRENGTH):
        cache.follow(before, indicator, CHART)
    for count in range(201, 260, 7):
        now = bars.slice(0, count)
        cache.advance(before, now, len(before) - 1)
        before = now
        for indicator in (SMOOTH, STRENGTH, AVERAGE):
            found = cache.peek(now, indicator, CHART)
            assert found is not None
            whole = IndicatorValues().values(now, indicator, CHART)
            assert all(same(found[name], column) for name, column in whole.items())


def test_what_is_computed_on_longer_bars_is_carried_through_its_sources() -> None:
    bars, cache = walk(260), IndicatorValues()
    before, weekly = bars.slice(0, 200), replace(SMOOTH, interval="1wk")
    cache.follow(before, weekly, CHART)
    for count in range(200, 261, 4):
        now = bars.slice(0, count)
        cache.advance(before, now, len(before) - 1)
        before = now
        found = cache.peek(now, weekly, CHART)
        assert found is not None
        assert same(found["ema"], IndicatorValues().values(now, weekly, CHART)["ema"])


def test_an_output_enters_a_longer_bar_with_its_last_value() -> None:
    bars = walk(260)
    average = computed("sma", bars, period=20)
    from charting.core.interval import WEEK

    joined = longer(Sourced.of_bars(bars, {"x": average}), WEEK, EXCHANGE).bars
    assert joined.source("x")[-1] == average[-1]
    assert len(joined.source("x")) == len(joined)
    assert len(joined.slice(3, 9).source("x")) == 6


def test_names_say_what_it_is_taken_from_and_the_interval() -> None:
    others = CHART.others
    assert label_of(STRENGTH, CATALOGUE["rsi"], others) == "RSI 14 (SMA 20)"
    assert label_of(STRENGTH, CATALOGUE["rsi"], {}) == "RSI 14 (?)"
    assert label_of(replace(AVERAGE, interval="1wk"), CATALOGUE["sma"], others) == "SMA 20 1W"
    weekly = {"average": replace(AVERAGE, interval="1wk")}
    assert label_of(STRENGTH, CATALOGUE["rsi"], weekly) == "RSI 14 (SMA 20 1W)"
    of_signal = Indicator("a", "sma", {"period": 9, "source": "indicator:m/signal"})
    assert label_of(of_signal, CATALOGUE["sma"], {"m": Indicator("m", "macd")}) == "SMA 9 (MACD 12 26 9 Signal)"
    backwards = label_of(of_signal, CATALOGUE["sma"], {"m": Indicator("m", "macd")}, lambda text: text[::-1])
    assert backwards == "AMS 9 (DCAM 12 26 9 langiS)"


@pytest.mark.parametrize(
    "kind", [kind for kind in CATALOGUE.values() if any(one.is_source for one in kind.parameters)], ids=lambda kind: kind.kind
)
def test_every_indicator_with_a_source_takes_another_ones_output_live_too(kind) -> None:
    bars, cache = holed(walk(220)), IndicatorValues()
    name = next(one.name for one in kind.parameters if one.is_source)
    taken = replace(indicator_of(kind, {name: "indicator:average/sma"}), id="taken")
    others = context_for(bars).beside
    chart, before = structs.replace(context(AVERAGE, taken), beside=others), bars.slice(0, 150)
    cache.follow(before, taken, chart)
    for count in (150, 151, 160, 220):
        now = bars.slice(0, count)
        cache.advance(before, now, len(before) - 1)
        before = now
        found = cache.values(now, taken, chart)
        average = computed("sma", now, period=20)
        columns = {"x": average, "input:symbol": closes(now, EXCHANGE, others[OTHER])}
        symbol = {one.name: "input:symbol" for one in kind.parameters if one.is_symbol}
        whole = kind.compute(Sourced.of_bars(now, columns), kind.settings({}) | {name: "x"} | symbol)
        assert all(same(found[plot], column) for plot, column in whole.items())
