"""A series on another basis of adjustment: longer bars follow the days they are made of, and the legend says so."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from charting.core.adjustment import Action, adjusted_bars, adjustments_of
from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.document import Basis, Compared
from charting.core.interval import MONTH, WEEK, Interval
from charting.core.resample import resample
from charting.core.timeaxis import TimeAxis
from charting.scene.legend import title_line
from charting.scene.series import Other, Series, on_basis
from tests.scene.making import INDEX, look, series_of, walk

CALENDAR = calendar_for("XHKG")
DAYS = walk(300)
# A split and a dividend, both in the middle of weeks.
ACTIONS = (Action(int(DAYS.time[102]), "split", 2.0), Action(int(DAYS.time[202]), "dividend", 400.0))
ADJUSTMENTS = adjustments_of(DAYS, None, ACTIONS)


def weekly(interval: Interval = WEEK) -> Series:
    bars = resample(DAYS, interval, CALENDAR).bars
    return Series(INDEX, bars, TimeAxis(bars.time, interval, CALENDAR), adjustments=ADJUSTMENTS, finer=DAYS)


def daily() -> Series:
    return replace(series_of(DAYS), adjustments=ADJUSTMENTS)


def assert_same(one: Bars, other: Bars) -> None:
    for name in ("time", "open", "high", "low", "close", "volume"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))


@pytest.mark.parametrize("basis", ["raw", "full"])
@pytest.mark.parametrize("interval", [WEEK, MONTH], ids=str)
def test_longer_bars_are_made_of_adjusted_days(basis: Basis, interval: Interval) -> None:
    found = on_basis(weekly(interval), basis)
    assert found.basis == basis
    assert found.finer is not None
    assert_same(found.finer, adjusted_bars(DAYS, ADJUSTMENTS, basis))
    assert_same(found.bars, resample(found.finer, interval, CALENDAR).bars)
    assert_same(on_basis(daily(), basis).bars, found.finer)


def test_a_bar_that_is_newer_than_its_days_keeps_what_it_gained() -> None:
    series = weekly()
    bars = series.bars
    last = [getattr(bars, name).copy() for name in ("open", "high", "low", "close", "volume")]
    last[1][-1], last[3][-1] = bars.high[-1] * 1.1, bars.high[-1] * 1.1
    found = on_basis(replace(series, bars=Bars.of(bars.time, *last, WEEK)), "full").bars
    plain = on_basis(series, "full").bars
    assert found.close[-1] == last[3][-1], "nothing was paid since"
    assert found.high[-1] == last[1][-1]
    assert_same(found.slice(0, len(bars) - 1), plain.slice(0, len(bars) - 1))


def test_a_series_that_was_cut_for_the_replay_is_adjusted_like_the_whole() -> None:
    series = weekly()
    cut = replace(series, bars=series.bars.slice(0, 30))
    assert_same(on_basis(cut, "full").bars, on_basis(series, "full").bars.slice(0, 30))


def test_weeks_without_their_days_go_by_their_own_time() -> None:
    series = replace(weekly(), finer=None)
    assert_same(on_basis(series, "full").bars, adjusted_bars(series.bars, ADJUSTMENTS, "full"))


def test_what_it_is_compared_with_is_on_the_same_basis() -> None:
    other = Other(Compared("0700.HK", "yahoo"), daily())
    missing = Other(Compared("0005.HK", "yahoo"))
    found = on_basis(replace(series_of(DAYS), others=(other, missing)), "raw")
    first, second = found.others
    assert first.series is not None
    assert first.series.basis == "raw"
    assert second is not None
    assert second.series is None


def test_on_its_own_basis_a_series_stays_as_it_is() -> None:
    series = daily()
    assert on_basis(series, "split") is series
    assert on_basis(on_basis(series, "raw"), "full").basis == "raw", "only bars adjusted for splits can be turned"


@pytest.mark.parametrize(("basis", "words"), [("raw", "As traded"), ("split", ""), ("full", "Adjusted for dividends")])
def test_the_legend_says_what_prices_are_adjusted_for_unless_it_is_the_usual(basis: Basis, words: str) -> None:
    text = "".join(part for part, _ in title_line(on_basis(daily(), basis), look()))
    assert text.endswith(words) if words else "djusted" not in text
    assert "As traded" not in "".join(part for part, _ in title_line(on_basis(series_of(DAYS), "raw"), look()))
