"""A second instrument beside the bars: by time, without looking ahead, and said in a sentence where there is none."""

from __future__ import annotations

import datetime

import numpy as np
import pytest

from charting.core.bars import Bars, Floats
from charting.core.calendar import Calendar, calendar_for
from charting.core.document import Chart, Indicator, Pane
from charting.core.interval import DAY, MINUTE, WEEK, Interval
from charting.indicators.beside import Beside, Instrument, closes, instruments_of
from charting.indicators.catalogue import CATALOGUE
from charting.indicators.declaration import IndicatorProblem, NotYet
from charting.indicators.recipe import Context, label_of
from charting.indicators.values import IndicatorValues
from tests.indicators.making import OTHER, computed, context_for, indicator_of, real, row_of, same, walk

HONG_KONG, ANYWHERE = calendar_for("XHKG"), calendar_for("")
INDEX = Instrument("demo", "HSTECH")


def stamped(times: list[int], interval: Interval, first: float = 1.0) -> Bars:
    close = first + np.arange(len(times), dtype=float)
    return Bars.of(times, close, close, close, close, np.ones(len(times)), interval)


def sessions(days: list[str], calendar: Calendar = HONG_KONG) -> list[int]:
    return [calendar.session_open(datetime.date.fromisoformat(day)) for day in days]


DAYS = ["2025-09-08", "2025-09-09", "2025-09-10", "2025-09-11", "2025-09-12"]


def test_equal_days_stand_beside_each_other() -> None:
    bars = stamped(sessions(DAYS), DAY)
    assert same(closes(bars, HONG_KONG, Beside(stamped(sessions(DAYS), DAY, 11), HONG_KONG)), np.arange(11.0, 16.0))


def test_a_day_without_the_other_has_its_close_before_and_its_first_and_missing_ones_none() -> None:
    other = stamped(sessions(["2025-09-09", "2025-09-11"]), DAY, 7)
    found = closes(stamped(sessions(DAYS), DAY), HONG_KONG, Beside(other, HONG_KONG))
    assert same(found, np.array([np.nan, 7, 7, 8, np.nan]))


def test_a_day_that_ends_later_elsewhere_is_seen_the_day_after() -> None:
    bars = stamped(sessions(DAYS), DAY)
    # Every weekday of the calendar "" ends at midnight UTC, eight hours after Hong Kong's close.
    other = Beside(stamped(sessions(DAYS, ANYWHERE), DAY, 11), ANYWHERE)
    assert same(closes(bars, HONG_KONG, other), np.array([np.nan, 11, 12, 13, 14]))
    back = closes(other.bars, ANYWHERE, Beside(bars, HONG_KONG))
    assert same(back, np.arange(1.0, 6.0)), "and the other way round on the same day"


def test_minutes_see_the_minute_that_began_no_later() -> None:
    begin = sessions(["2025-09-12"])[0]
    bars = stamped([begin + 60 * minute for minute in range(6)], MINUTE)
    other = Beside(stamped([begin + 60 * minute for minute in (1, 2, 4)], MINUTE, 11), HONG_KONG)
    assert same(closes(bars, HONG_KONG, other), np.array([np.nan, 11, 12, 12, 13, np.nan]))


def test_weeks_end_with_their_last_session_whatever_holidays_there_are() -> None:
    weeks = sessions(["2025-09-22", "2025-09-29", "2025-10-06"])
    bars, other = stamped(weeks, WEEK), stamped([stamp - 86_400 for stamp in weeks[1:]], WEEK, 5)
    assert same(closes(bars, HONG_KONG, Beside(stamped(weeks, WEEK, 5), HONG_KONG)), np.array([5.0, 6, 7]))
    assert len(closes(bars, HONG_KONG, Beside(other, HONG_KONG))) == 3


def test_nothing_is_known_of_no_bars() -> None:
    bars = stamped(sessions(DAYS), DAY)
    assert np.isnan(closes(bars, HONG_KONG, Beside(Bars.empty(DAY), HONG_KONG))).all()
    assert not len(closes(Bars.empty(DAY), HONG_KONG, Beside(bars, HONG_KONG)))


@pytest.mark.parametrize("interval_minutes", [0, 1])
def test_what_was_seen_does_not_change_when_both_go_on(interval_minutes: int) -> None:
    bars, other = walk(400, 1, interval_minutes), walk(400, 2, interval_minutes)
    whole = closes(bars, HONG_KONG, Beside(other, HONG_KONG))
    for count in (1, 7, 100, 351):
        part = closes(bars.slice(0, count), HONG_KONG, Beside(other.slice(0, count), HONG_KONG))
        assert same(part, whole[:count])


@pytest.mark.parametrize(
    ("value", "others", "words"),
    [
        ("", {}, "Choose one in its settings"),
        ("nonsense", {}, "Choose one in its settings"),
        (str(INDEX), {INDEX: "There are no bars of HSTECH."}, "no bars of HSTECH"),
    ],
)
def test_what_cannot_be_had_is_said(value: str, others: dict[Instrument, Beside | str], words: str) -> None:
    with pytest.raises(IndicatorProblem, match=words) as raised:
        IndicatorValues().values(walk(9), Indicator("a", "ratio", {"symbol": value}), Context({}, HONG_KONG, others))
    assert not isinstance(raised.value, NotYet)


def test_what_is_on_its_way_is_awaited() -> None:
    with pytest.raises(NotYet):
        IndicatorValues().values(walk(9), Indicator("a", "ratio", {"symbol": str(INDEX)}), Context({}, HONG_KONG))


def test_other_bars_of_the_second_instrument_give_other_values() -> None:
    bars, cache, indicator = walk(50), IndicatorValues(), Indicator("a", "ratio", {"symbol": str(INDEX)})
    for seed in (1, 2):
        other = Beside(walk(50, seed), HONG_KONG)
        found = cache.values(bars, indicator, Context({}, HONG_KONG, {INDEX: other}))["ratio"]
        assert same(found, bars.close / other.bars.close)


def test_a_chart_says_which_instruments_its_indicators_need() -> None:
    named = [Indicator(name, "ratio", {"symbol": value}) for name, value in (("a", "demo X"), ("b", ""), ("c", "yahoo ^HSI"))]
    chart = Chart("c", "S", "demo", panes=(Pane("p", indicators=(Indicator("d", "nothing"), *named, named[0])),))
    assert instruments_of(chart) == (Instrument("demo", "X"), Instrument("yahoo", "^HSI"))
    assert str(Instrument.parse("yahoo ^HSI")) == "yahoo ^HSI"


def test_the_legend_names_the_second_instrument() -> None:
    assert label_of(Indicator("a", "ratio", {"symbol": "yahoo ^HSI"}), CATALOGUE["ratio"], {}) == "Ratio HSI 50"


@pytest.mark.usefixtures("shared_data")
class TestAlibabaAgainstTheTechIndex:
    """On real bars, with the arithmetic written out."""

    bars = property(lambda _self: real("daily/9988.HK"))

    def values(self, kind: str, **chosen: object) -> dict[str, Floats]:
        others = {INDEX: Beside(real("index/HSTECH"), HONG_KONG)}
        indicator = Indicator("a", kind, {"symbol": str(INDEX), **chosen})
        return dict(IndicatorValues().values(self.bars, indicator, Context({}, HONG_KONG, others)))

    def both(self, day: str, count: int) -> tuple[Floats, Floats]:
        """The closes of the last bars up to a day, on days when both were traded."""
        mine, index = real("daily/9988.HK"), real("index/HSTECH")
        _, one, two = np.intersect1d(mine.time, index.time, return_indices=True)
        last = int(np.searchsorted(one, row_of(mine, day))) + 1
        return mine.close[one[last - count : last]], index.close[two[last - count : last]]

    def test_the_ratio_and_its_average(self) -> None:
        found, (mine, index) = self.values("ratio"), self.both("2025-09-12", 50)
        row = row_of(self.bars, "2025-09-12")
        assert found["ratio"][row] == mine[-1] / index[-1]
        assert found["average"][row] == pytest.approx((mine / index).mean(), rel=1e-12)

    def test_relative_strength(self) -> None:
        mine, index = self.both("2025-09-12", 52)
        ratio = mine / index
        strength = self.values("relative_strength")["strength"][row_of(self.bars, "2025-09-12")]
        assert strength == pytest.approx(100 * (ratio[-1] / ratio.mean() - 1), rel=1e-9)

    def test_the_spread_and_its_bands(self) -> None:
        mine, index = self.both("2025-09-12", 50)
        row, found = row_of(self.bars, "2025-09-12"), self.values("spread", multiple=0.02)
        spread = mine - 0.02 * index
        assert found["spread"][row] == pytest.approx(spread[-1], rel=1e-12)
        assert found["upper"][row] == pytest.approx(spread.mean() + 2 * spread.std(), rel=1e-9)

    def test_correlation_of_changes_and_of_prices(self) -> None:
        row = row_of(self.bars, "2025-09-12")
        mine, index = (np.diff(prices) / prices[:-1] for prices in self.both("2025-09-12", 31))
        assert self.values("correlation")["correlation"][row] == pytest.approx(np.corrcoef(mine, index)[0, 1], rel=1e-9)
        prices = self.both("2025-09-12", 30)
        assert self.values("correlation", of="prices")["correlation"][row] == pytest.approx(np.corrcoef(*prices)[0, 1], rel=1e-6)

    def test_beta(self) -> None:
        mine, index = (np.diff(prices) / prices[:-1] for prices in self.both("2025-09-12", 61))
        expected = np.cov(mine, index, bias=True)[0, 1] / index.var()
        assert self.values("beta_against")["beta"][row_of(self.bars, "2025-09-12")] == pytest.approx(expected, rel=1e-9)


def test_an_indicator_without_a_second_instrument_has_no_values() -> None:
    kind = CATALOGUE["ratio"]
    assert all(np.isnan(column).all() for column in kind.compute(walk(20), kind.settings({})).values())
    assert np.isfinite(computed(kind, walk(200), {})["ratio"]).any()
    assert indicator_of(kind).parameters == {"symbol": str(OTHER)}
    assert context_for(walk(3)).beside
