"""Our own indicators against their definitions written out, bar by bar, on real and made bars."""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Mapping

import numpy as np
import pytest

from charting.core.bars import Bars, Floats
from charting.core.document import Indicator, Value
from charting.core.interval import DAY, MINUTE
from charting.indicators.catalogue import CATALOGUE, kind_of
from charting.indicators.declaration import written_moment
from charting.indicators.own.heikin_ashi import Averaged
from charting.indicators.values import IndicatorValues
from tests.indicators.making import holed, real, row_of, same, walk

MINUTES = walk(330 * 12 + 100, interval_minutes=1)


def computed(name: str, bars: Bars, **chosen: Value) -> Mapping[str, Floats]:
    kind = kind_of(name)
    return kind.compute(bars, kind.settings(chosen))


def period_of(seconds: int, period: str) -> tuple[int, ...]:
    day = datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()
    year, week, _ = day.isocalendar()
    return {"session": (day.toordinal(),), "week": (year, week), "month": (day.year, day.month), "year": (day.year,)}[period]


@pytest.mark.parametrize("anchor", ["session", "week", "month", "year"])
@pytest.mark.parametrize("bars", [MINUTES, holed(MINUTES), holed(walk(400))], ids=["minutes", "holes", "days"])
def test_vwap_sums_since_the_period_began(bars: Bars, anchor: str) -> None:
    found = computed("vwap", bars, anchor=anchor, deviations=2.0)
    now, traded = None, []
    for row in range(len(bars)):
        if period_of(int(bars.time[row]), anchor) != now:
            now, traded = period_of(int(bars.time[row]), anchor), []
        price = (bars.high[row] + bars.low[row] + bars.close[row]) / 3
        if not math.isfinite(price) or not math.isfinite(bars.volume[row]):
            assert math.isnan(found["vwap"][row])
            continue
        traded.append((price, bars.volume[row]))
        if row % 7 or not sum(volume for _, volume in traded):
            continue
        prices, volumes = np.array(traded).T
        mean = np.average(prices, weights=volumes)
        deviation = math.sqrt(np.average((prices - mean) ** 2, weights=volumes))
        assert found["vwap"][row] == pytest.approx(mean, rel=1e-12)
        assert found["upper"][row] - found["lower"][row] == pytest.approx(4 * deviation, rel=1e-6, abs=1e-5)


@pytest.mark.parametrize("period", ["session", "week", "month", "year"])
@pytest.mark.parametrize("bars", [holed(MINUTES), holed(walk(600))], ids=["minutes", "days"])
def test_levels_of_the_period_before(bars: Bars, period: str) -> None:
    found = computed("previous_levels", bars, period=period)
    rows: dict[tuple[int, ...], list[int]] = {}
    for row in range(len(bars)):
        rows.setdefault(period_of(int(bars.time[row]), period), []).append(row)
    members = list(rows.values())
    assert len(members) > 1
    for name in ("high", "low", "close"):
        assert np.isnan(found[name][members[0]]).all()
    for before, now in itertools.pairwise(members):
        closes = [bars.close[row] for row in before if math.isfinite(bars.close[row])]
        prices = {"high": np.fmax.reduce(bars.high[before]), "low": np.fmin.reduce(bars.low[before])}
        prices["close"] = closes[-1] if closes else math.nan
        for name, price in prices.items():
            assert same(found[name][now], np.full(len(now), price))


@pytest.mark.usefixtures("shared_data")
def test_pivot_points_of_a_month_of_the_index() -> None:
    bars = real("index/HSTECH")
    august = slice(row_of(bars, "2025-08-01"), row_of(bars, "2025-08-29") + 1)
    high, low, close = bars.high[august].max(), bars.low[august].min(), bars.close[august][-1]
    row = row_of(bars, "2025-09-12")
    pivot, span = (high + low + close) / 3, high - low
    expected = {
        "classic": {"pivot": pivot, "r1": 2 * pivot - low, "s1": 2 * pivot - high, "r2": pivot + span, "s2": pivot - span}
        | {"r3": high + 2 * (pivot - low), "s3": low - 2 * (high - pivot)},
        "Fibonacci": {"r1": pivot + 0.382 * span, "r2": pivot + 0.618 * span, "r3": pivot + span, "s3": pivot - span},
        "Camarilla": {"r1": close + 1.1 * span / 12, "r3": close + 1.1 * span / 4, "s4": close - 1.1 * span / 2},
    }
    for method, levels in expected.items():
        found = computed("pivot_points", bars, method=method, period="month")
        for name, level in levels.items():
            assert found[name][row] == pytest.approx(level, rel=1e-12), (method, name)
        assert np.isnan(found["r4"]).all() == (method != "Camarilla")


def test_pivot_points_of_themselves_take_the_period_that_suits_the_bars() -> None:
    for bars, period in ((MINUTES, "session"), (walk(300), "month")):
        plain, chosen = computed("pivot_points", bars), computed("pivot_points", bars, period=period)
        assert all(same(plain[name], chosen[name]) for name in plain)


def test_the_extremes_of_the_session_so_far() -> None:
    found = computed("session_range", holed(MINUTES))
    bars = holed(MINUTES)
    for row in range(0, len(bars), 11):
        start = row - row % 330
        assert found["high"][row] == np.nanmax(bars.high[start : row + 1])
        assert found["low"][row] == np.nanmin(bars.low[start : row + 1])


def test_the_opening_range_is_told_when_it_is_over() -> None:
    found = computed("opening_range", MINUTES, minutes=15)
    for start in range(0, len(MINUTES) - 329, 330):
        opening = slice(start, start + 15)
        assert np.isnan(found["high"][opening]).all()
        assert (found["high"][start + 15 : start + 330] == MINUTES.high[opening].max()).all()
        assert (found["low"][start + 15 : start + 330] == MINUTES.low[opening].min()).all()
    assert np.isnan(computed("opening_range", walk(50))["high"]).all()


@pytest.mark.usefixtures("shared_data")
def test_ichimoku_takes_the_middles_of_extremes() -> None:
    bars = real("index/HSI").slice(0, 400)
    found = computed("ichimoku", bars)
    kind = CATALOGUE["ichimoku"]
    for row in (60, 200, 399):
        middle = {n: (bars.high[row - n + 1 : row + 1].max() + bars.low[row - n + 1 : row + 1].min()) / 2 for n in (9, 26, 52)}
        assert found["conversion"][row] == middle[9]
        assert found["base"][row] == middle[26]
        assert found["leading_a"][row] == (middle[9] + middle[26]) / 2
        assert found["leading_b"][row] == middle[52]
        assert found["lagging"][row] == bars.close[row]
    ahead, back = kind.plot("leading_a").displacement, kind.plot("lagging").displacement
    assert ahead is not None
    assert back is not None
    assert (ahead(kind.settings({})), back(kind.settings({}))) == (25, -25)


@pytest.mark.usefixtures("shared_data")
def test_chandelier_hangs_three_ranges_from_the_extreme() -> None:
    bars = real("daily/0700.HK").slice(0, 300)
    found, average = computed("chandelier_exit", bars), computed("atr", bars, period=22)["atr"]
    for row in (50, 299):
        assert found["long"][row] == bars.high[row - 21 : row + 1].max() - 3 * average[row]
        assert found["short"][row] == bars.low[row - 21 : row + 1].min() + 3 * average[row]


@pytest.mark.usefixtures("shared_data")
def test_squeeze_compares_the_widths_and_fits_the_momentum() -> None:
    bars = real("daily/0700.HK").slice(0, 500)
    found = computed("squeeze", bars)
    spans = np.r_[np.nan, np.maximum(bars.high[1:], bars.close[:-1]) - np.minimum(bars.low[1:], bars.close[:-1])]
    distance = np.full(500, np.nan)
    states = set()
    for row in range(20, 500):
        window = slice(row - 19, row + 1)
        on = 2 * bars.close[window].std() < 1.5 * spans[window].mean()
        states.add(on)
        assert found["state"][row] == (-1 if on else 1)
        middle = (bars.high[window].max() + bars.low[window].min()) / 2
        distance[row] = bars.close[row] - (middle + bars.close[window].mean()) / 2
    assert states == {True, False}
    for row in (60, 499):
        slope, start = np.polyfit(np.arange(20), distance[row - 19 : row + 1], 1)
        assert found["momentum"][row] == pytest.approx(start + 19 * slope, rel=1e-8)


@pytest.mark.parametrize("bars", [walk(400), holed(walk(400))], ids=["whole", "holes"])
def test_fractals_stand_out_among_their_neighbours(bars: Bars) -> None:
    found = computed("fractal", bars, before=3, after=2)
    rows = np.flatnonzero(np.isfinite(bars.high) & np.isfinite(bars.low))
    ups, downs = {}, {}
    for place in range(3, len(rows) - 2):
        around = np.delete(rows[place - 3 : place + 3], 3)
        row, known = int(rows[place]), int(rows[place + 2])
        if bars.high[row] > bars.high[around].max():
            ups[known] = row
        if bars.low[row] < bars.low[around].min():
            downs[known] = row
    for name, expected, column in (("up", ups, bars.high), ("down", downs, bars.low)):
        told = np.flatnonzero(np.isfinite(found[name]))
        assert {int(row): int(row - found["ago"][row]) for row in told} == expected
        assert all(found[name][row] == column[int(row - found["ago"][row])] for row in told)


@pytest.mark.usefixtures("shared_data")
def test_heikin_ashi_averages_each_bar_with_the_one_before() -> None:
    bars = real("index/HSTECH")
    found = Averaged(bars).bars
    open = (bars.open[0] + bars.close[0]) / 2
    for row in range(len(bars)):
        close = (bars.open[row] + bars.high[row] + bars.low[row] + bars.close[row]) / 4
        assert found.open[row] == pytest.approx(open, rel=1e-12)
        assert found.close[row] == pytest.approx(close, rel=1e-12)
        assert found.high[row] == max(bars.high[row], found.open[row], found.close[row])
        assert found.low[row] == min(bars.low[row], found.open[row], found.close[row])
        open = (open + close) / 2
    assert found.time is bars.time or same(found.time.astype(float), bars.time.astype(float))


@pytest.mark.usefixtures("shared_data")
def test_what_is_put_together_from_others_equals_them() -> None:
    bars = real("index/HSI").slice(0, 600)
    ribbon = computed("ribbon", bars, first=5, step=3, average="WMA")
    for number in range(8):
        assert same(ribbon[f"average_{number + 1}"], computed("wma", bars, period=5 + 3 * number)["wma"])
    movement = computed("directional_movement", bars)
    for name, other in (("plus", "plus_di"), ("minus", "minus_di"), ("adx", "adx")):
        assert same(movement[name], computed(other, bars)[other])
    crossings, macd = computed("macd_crossings", bars), computed("macd", bars)
    assert all(same(crossings[name], macd[name]) for name in macd)


@pytest.mark.usefixtures("shared_data")
def test_the_published_crossings_of_zero_are_marked() -> None:
    bars = real("index/HSTECH")
    crossing = computed("macd_crossings", bars)["crossing"]
    first, last = row_of(bars, "2025-07-15"), row_of(bars, "2025-10-17")
    assert np.flatnonzero(np.isfinite(crossing[first : last + 2])).tolist() == [0, last + 1 - first]


def swings(bars: Bars, share: float) -> list[tuple[int, int, float]]:
    """The definition of ZigZag, bar by bar: (row in which it is known, row of the turn, price)."""
    turns, leg, best, at = [], 0, math.nan, 0
    highest, lowest = (-math.inf, 0), (math.inf, 0)
    for row in range(len(bars)):
        high, low = bars.high[row], bars.low[row]
        if not math.isfinite(high) or not math.isfinite(low):
            continue
        if leg == 0:
            if high >= lowest[0] * (1 + share):
                turns.append((row, lowest[1], lowest[0]))
                leg, best, at = 1, high, row
            elif low <= highest[0] * (1 - share):
                turns.append((row, highest[1], highest[0]))
                leg, best, at = -1, low, row
            highest, lowest = max(highest, (high, -row)), min(lowest, (low, row))
            highest = (highest[0], abs(highest[1]))
        elif leg == 1 and high > best:
            best, at = high, row
        elif leg == -1 and low < best:
            best, at = low, row
        elif leg == 1 and low <= best * (1 - share):
            turns.append((row, at, best))
            leg, best, at = -1, low, row
        elif leg == -1 and high >= best * (1 + share):
            turns.append((row, at, best))
            leg, best, at = 1, high, row
    return turns


@pytest.mark.parametrize("reversal", [0.1, 1.0, 5.0, 20.0, 90.0])
@pytest.mark.parametrize("bars", [walk(3_000), holed(walk(900)), MINUTES], ids=["days", "holes", "minutes"])
def test_zigzag_tells_each_turn_when_it_is_known(bars: Bars, reversal: float) -> None:
    found = computed("zigzag", bars, reversal=reversal)
    told = np.flatnonzero(np.isfinite(found["pivot"]))
    assert [(int(row), int(row - found["pivot_ago"][row]), found["pivot"][row]) for row in told] == swings(bars, reversal / 100)
    if not len(told):
        return
    last = np.flatnonzero(np.isfinite(found["extreme"]))[-1]
    turn = int(last - found["extreme_ago"][last])
    assert found["extreme"][last] == (bars.high if found["direction"][last] > 0 else bars.low)[turn]
    assert turn >= int(told[-1])


def test_volume_is_absent_where_the_source_knows_none() -> None:
    bars = Bars.of([0, 86_400, 172_800], *[[1.0, 2.0, 3.0]] * 4, [5.0, math.nan, 0.0], DAY)
    assert same(computed("volume", bars)["volume"], np.array([5.0, math.nan, 0.0]))


def test_a_session_may_begin_in_the_middle_of_the_table() -> None:
    bars = MINUTES.slice(100, 700)
    assert bars.interval == MINUTE
    found = computed("session_range", bars)
    assert found["high"][229] == bars.high[:230].max()
    assert found["high"][230] == bars.high[230]


@pytest.mark.usefixtures("shared_data")
def test_the_anchored_average_begins_at_its_bar() -> None:
    bars, kind = real("daily/9988.HK"), CATALOGUE["anchored_vwap"]
    row = row_of(bars, "2025-01-13")
    found = kind.compute(bars, kind.settings({"anchor": written_moment(int(bars.time[row]))}))
    assert all(np.isnan(column[:row]).all() for column in found.values())
    price, volume = ((bars.high + bars.low + bars.close) / 3)[row:], bars.volume[row:]
    for count in (1, 2, 60, len(price)):
        weights = volume[:count] / volume[:count].sum()
        mean = float((weights * price[:count]).sum())
        deviation = float(np.sqrt((weights * (price[:count] - mean) ** 2).sum()))
        at = row + count - 1
        assert found["vwap"][at] == pytest.approx(mean, rel=1e-12)
        assert found["upper"][at] == pytest.approx(mean + deviation, rel=1e-9)
        assert found["lower_2"][at] == pytest.approx(mean - 2 * deviation, rel=1e-9)


def test_an_anchor_after_the_last_bar_gives_nothing_until_it_comes() -> None:
    bars, kind = walk(60), CATALOGUE["anchored_vwap"]
    indicator = Indicator("a", "anchored_vwap", {"anchor": written_moment(int(bars.time[50]))})
    cache, now = IndicatorValues(), bars.slice(0, 40)
    cache.follow(now, indicator)
    for count in range(41, 61):
        after = bars.slice(0, count)
        cache.advance(now, after, count - 2)
        now = after
        found = cache.peek(now, indicator)
        assert found is not None
        assert same(found["vwap"], kind.compute(now, kind.settings(indicator.parameters))["vwap"])
        assert np.isfinite(found["vwap"]).sum() == max(0, count - 50)


def test_averaged_bars_go_on_as_if_made_anew() -> None:
    """The last bar of each table was still forming."""
    bars = walk(300)
    close = bars.close.copy()
    table = Bars.of(bars.time, bars.open, bars.high, bars.low, close, bars.volume, bars.interval)
    made = Averaged(table.slice(0, 200))
    for count in (200, 201, 201, 230, 300):
        table.close.flags.writeable = True
        table.close[count - 1] = bars.close[count - 1] * 1.01
        made.go_on(table.slice(0, count))
        table.close[count - 1] = bars.close[count - 1]
        made.go_on(table.slice(0, count))
        fresh = Averaged(bars.slice(0, count)).bars
        for name in ("open", "high", "low", "close"):
            assert getattr(made.bars, name).tolist() == getattr(fresh, name).tolist()


def test_averaged_bars_of_fewer_are_those_they_were_and_go_on_from_all() -> None:
    bars = walk(300)
    made = Averaged(bars.slice(0, 250))
    for count in (100, 101, 0, 1, 249, 250, 260, 300, 299):
        made.go_on(bars.slice(0, count))
        fresh = Averaged(bars.slice(0, count)).bars
        for name in ("time", "open", "high", "low", "close", "volume"):
            assert getattr(made.bars, name).tolist() == getattr(fresh, name).tolist()
