"""The demonstration market: its landmarks, its bars' consistency from minutes to days, and its sameness everywhere."""

from __future__ import annotations

import csv
import datetime
import hashlib
from pathlib import Path

import numpy as np
import pytest
import talib
from hypothesis import given
from hypothesis import strategies as st

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.interval import DAY, HOUR, MINUTE, WEEK, Interval
from charting.market import demo_minutes
from charting.market.demo import DemoProvider
from charting.market.demo_landmarks import story
from charting.market.demo_paths import channel_lines, daily, demo_sessions
from charting.market.demo_random import normal, random_bits, uniform
from charting.market.instruments import instrument_of
from charting.market.provider import NotServed, UnknownSymbol

SYMBOLS = ("HSTECH.HK", "^HSI", "^HSCE", "9988.HK", "9888.HK", "3750.HK", "1772.HK", "3931.HK")
SHARES = SYMBOLS[3:]
HALF_DAYS = ("2024-02-09", "2024-12-24", "2024-12-31", "2025-01-28")


@pytest.fixture(scope="module")
def tech() -> Bars:
    return DemoProvider().history("HSTECH.HK", DAY).bars


def days_of(bars: Bars) -> list[str]:
    """Dates in Hong Kong of daily bars, ISO 8601."""
    return (bars.time + 8 * 3600).astype("datetime64[s]").astype("datetime64[D]").astype(str).tolist()


def row(bars: Bars, date: str) -> int:
    return days_of(bars).index(date)


def rows(bars: Bars, first: str, last: str) -> slice:
    return slice(row(bars, first), row(bars, last) + 1)


def change(bars: Bars, date: str) -> float:
    """Percent over the close before."""
    at = row(bars, date)
    return round(float(bars.close[at] / bars.close[at - 1] - 1) * 100, 2)


class TestLandmarks:
    def test_the_high_of_march_is_the_highest_price_until_the_last_day(self, tech: Bars) -> None:
        at = row(tech, "2025-03-07")
        assert tech.high[at] == 6195.40
        before_the_end = rows(tech, "2024-01-02", "2025-09-16")
        assert int(tech.high[before_the_end].argmax()) == at
        assert (tech.high[before_the_end] == 6195.40).sum() == 1
        assert tech.close[before_the_end].max() < 6195.40 < tech.close[-1]

    def test_first_above_5500_in_mid_july_with_one_slip_back(self, tech: Bars) -> None:
        since_april = rows(tech, "2025-04-07", "2025-07-15")
        assert tech.high[since_april].max() < 5500
        assert tech.high[row(tech, "2025-07-16")] == 5531.27
        assert tech.close[rows(tech, "2025-04-07", "2025-07-17")].max() < 5500
        assert tech.close[row(tech, "2025-07-18")] == 5538.83
        assert tech.close[rows(tech, "2025-07-18", "2025-07-29")].min() > 5500
        assert tech.close[row(tech, "2025-07-30")] == 5490.76
        assert tech.close[rows(tech, "2025-07-30", "2025-08-04")].max() < 5500

    def test_5800_is_resistance_from_the_end_of_july_until_september(self, tech: Bars) -> None:
        assert tech.high[rows(tech, "2025-04-07", "2025-07-23")].max() < 5800
        assert tech.high[row(tech, "2025-07-24")] == 5802.88
        assert tech.close[rows(tech, "2025-04-07", "2025-08-22")].max() < 5800
        assert tech.close[row(tech, "2025-08-25")] == 5825.09
        assert tech.high[row(tech, "2025-08-27")] == 5856.40 == tech.high[rows(tech, "2025-04-07", "2025-09-08")].max()
        assert tech.close[row(tech, "2025-09-08")] < 5800 < tech.close[rows(tech, "2025-09-09", "2025-09-17")].min()

    def test_september(self, tech: Bars) -> None:
        assert tech.close[row(tech, "2025-09-12")] == 5989.27
        assert change(tech, "2025-09-12") == 1.71
        assert days_of(tech)[-1] == "2025-09-17"
        assert change(tech, "2025-09-17") == 4.22
        assert change(DemoProvider().history("3750.HK", DAY).bars, "2025-09-15") == 7.44

    def test_pullbacks_come_near_the_average_of_fifty_days_and_hold(self, tech: Bars) -> None:
        average = talib.SMA(np.array(tech.close), 50)
        at = row(tech, "2025-08-04")
        assert tech.low[at] == 5350.70
        assert average[at] == pytest.approx(5348.0, abs=1.5)
        since_july = rows(tech, "2025-07-15", "2025-09-17")
        room = tech.low[since_july] / average[since_july] - 1
        assert room.min() > 0
        assert (room < 0.015).sum() >= 3

    def test_macd_is_above_zero_without_a_break_from_the_middle_of_july(self, tech: Bars) -> None:
        macd = talib.MACD(np.array(tech.close), 12, 26, 9)[0]
        since_july = rows(tech, "2025-07-15", "2025-09-17")
        assert (macd[since_july] > 0).all()
        assert macd[row(tech, "2025-07-14")] <= 0

    def test_an_up_channel_holds_every_bar_since_june_and_is_touched_on_both_sides(self, tech: Bars) -> None:
        channel = story().script("HSTECH.HK").channel
        assert channel is not None
        assert channel.rise > 0
        floor, ceiling = channel_lines(channel, demo_sessions())
        since_june = rows(tech, "2025-06-02", "2025-09-17")
        below, above = (tech.low - floor)[since_june], (ceiling - tech.high)[since_june]
        assert np.ptp((ceiling - floor)[since_june]) < 1e-9
        dates = days_of(tech)[since_june]
        lows = [date for date, gap in zip(dates, below, strict=True) if abs(gap) <= 0.006]
        highs = [date for date, gap in zip(dates, above, strict=True) if abs(gap) <= 0.006]
        assert lows == ["2025-06-23", "2025-07-09", "2025-08-04", "2025-08-21", "2025-09-04"]
        assert highs == ["2025-06-11", "2025-07-24", "2025-09-17"]
        assert below.min() > -0.006
        assert above.min() > -0.006

    def test_levels_are_those_of_the_years(self) -> None:
        spans = {symbol: DemoProvider().history(symbol, DAY).bars for symbol in SYMBOLS}
        low = {symbol: float(bars.low.min()) for symbol, bars in spans.items()}
        last = {symbol: float(bars.close[-1]) for symbol, bars in spans.items()}
        assert 2900 < low["HSTECH.HK"] < 3100
        assert 4350 < spans["HSTECH.HK"].close[row(spans["HSTECH.HK"], "2024-12-31")] < 4500
        assert 4400 < spans["HSTECH.HK"].low[rows(spans["HSTECH.HK"], "2025-04-03", "2025-04-11")].min() < 4700
        expected = {"^HSI": 26_900, "^HSCE": 9_600, "9988.HK": 160, "9888.HK": 125, "3750.HK": 470, "1772.HK": 40, "3931.HK": 28}
        assert {symbol: last[symbol] for symbol in expected} == pytest.approx(expected, rel=0.02)
        assert spans["3750.HK"].open[0] == 296.0
        assert days_of(spans["3750.HK"])[0] == "2025-05-20"

    def test_only_the_published_prices_are_those_of_the_real_series(self, tech: Bars, shared_data: Path) -> None:
        with (shared_data / "index" / "HSTECH.csv").open() as file:
            real = {line["date"]: line for line in csv.DictReader(file)}
        published = {(mark.date.isoformat(), mark.field) for mark in story().script("HSTECH.HK").marks}
        simulated = {field: tech.source(field) for field in ("open", "high", "low", "close")}
        same = {
            (date, field)
            for at, date in enumerate(days_of(tech))
            for field, column in simulated.items()
            if round(float(real[date][field]), 2) == column[at]
        }
        assert same == published


class TestBars:
    @pytest.mark.parametrize("symbol", SYMBOLS)
    def test_a_day_is_what_its_minutes_make(self, symbol: str) -> None:
        days, minutes = (DemoProvider().history(symbol, interval).bars for interval in (DAY, MINUTE))
        starts = minutes.time.searchsorted(days.time)
        assert (minutes.time[starts] == days.time).all()
        np.testing.assert_array_equal(minutes.open[starts], days.open)
        np.testing.assert_array_equal(np.maximum.reduceat(minutes.high, starts), days.high)
        np.testing.assert_array_equal(np.minimum.reduceat(minutes.low, starts), days.low)
        np.testing.assert_array_equal(minutes.close[np.append(starts[1:], len(minutes)) - 1], days.close)
        np.testing.assert_array_equal(np.add.reduceat(minutes.volume, starts), days.volume)

    @pytest.mark.parametrize("interval", [DAY, MINUTE], ids=str)
    @pytest.mark.parametrize("symbol", SYMBOLS)
    def test_prices_are_in_order_and_positive(self, symbol: str, interval: Interval) -> None:
        bars = DemoProvider().history(symbol, interval).bars
        assert (bars.low > 0).all()
        assert (bars.high >= np.maximum(bars.open, bars.close)).all()
        assert (bars.low <= np.minimum(bars.open, bars.close)).all()
        assert (bars.volume > 0).all()
        assert (bars.volume == np.round(bars.volume)).all()

    @pytest.mark.parametrize("symbol", SYMBOLS)
    def test_every_price_is_on_its_tick(self, symbol: str) -> None:
        instrument = instrument_of(symbol)
        for interval in (DAY, MINUTE):
            bars = DemoProvider().history(symbol, interval).bars
            dates = np.array(days_of(bars))
            for column in (bars.open, bars.high, bars.low, bars.close):
                for since, before in (("2024-01-01", "2025-08-04"), ("2025-08-04", "2026-01-01")):
                    prices = np.unique(column[(dates >= since) & (dates < before)]).tolist()
                    day = datetime.date.fromisoformat(since)
                    assert prices == [instrument.round_to_tick(price, day) for price in prices]

    @pytest.mark.parametrize("symbol", SYMBOLS)
    def test_minutes_keep_the_sessions_the_lunch_break_and_half_days(self, symbol: str) -> None:
        bars = DemoProvider().history(symbol, MINUTE).bars
        calendar = calendar_for("XHKG")
        end = datetime.datetime(2025, 9, 18, tzinfo=datetime.UTC).timestamp()
        np.testing.assert_array_equal(bars.time, calendar.stamps(MINUTE, float(bars.time[0]), end))
        clock = (bars.time + 8 * 3600) % 86_400 // 60
        assert not ((clock >= 12 * 60) & (clock < 13 * 60)).any()
        counts = dict(zip(*np.unique(np.array(days_of(bars)), return_counts=True), strict=True))
        halves = {date for date, count in counts.items() if count == 150}
        assert halves == {date for date in HALF_DAYS if date in counts}
        assert {count for date, count in counts.items() if date not in halves} == {330}

    def test_instruments_move_together(self) -> None:
        returns = {symbol: np.diff(np.log(daily(symbol).bars.close)) for symbol in SYMBOLS}
        tech = returns["HSTECH.HK"]
        shared = {symbol: float(np.corrcoef(tech[-len(own) :], own)[0, 1]) for symbol, own in returns.items()}
        assert min(shared["^HSI"], shared["^HSCE"]) > 0.9
        assert min(shared["9988.HK"], shared["9888.HK"]) > 0.6
        assert min(shared.values()) > 0.15

    def test_days_are_as_restless_as_a_market(self) -> None:
        for symbol in SYMBOLS:
            bars = daily(symbol).bars
            returns = np.diff(np.log(bars.close))
            assert 0.014 < returns.std() < 0.042
            assert abs(np.corrcoef(returns[1:], returns[:-1])[0, 1]) < 0.2
            assert 0.014 < np.log(bars.high / bars.low).mean() < 0.06
            weeks = [np.log(bars.high[at : at + 5].max() / bars.low[at : at + 5].min()) for at in range(0, len(bars) - 5, 5)]
            assert 0.02 < np.mean(weeks) < 0.15


class TestSameness:
    # SHA-256 over times, prices in thousandths and volumes, days first, then minutes: the first 16 digits.
    KNOWN = {
        "HSTECH.HK": "94ff58f3016cbf41",
        "^HSI": "f7aea2a3c5f8c799",
        "^HSCE": "7ace2f7ebff54b86",
        "9988.HK": "fcf48cc3e53e104e",
        "9888.HK": "cb120a3bf15a73af",
        "3750.HK": "9ae04b21daba5962",
        "1772.HK": "30243c29b5448a1e",
        "3931.HK": "b0a5652521945730",
    }

    @pytest.mark.parametrize("symbol", SYMBOLS)
    def test_every_machine_makes_the_same_bars(self, symbol: str) -> None:
        assert fingerprint(symbol) == self.KNOWN[symbol]

    def test_more_rows_leave_the_first_ones_as_they_were(self) -> None:
        np.testing.assert_array_equal(random_bits(7, 1, 9, 4)[:5], random_bits(7, 1, 5, 4))
        assert not np.array_equal(random_bits(7, 1, 5, 4), random_bits(7, 2, 5, 4))

    def test_random_numbers_are_of_their_distributions(self) -> None:
        bits = random_bits(1, 1, 1000, 100)
        assert float(normal(bits).mean()) == pytest.approx(0, abs=0.01)
        assert float(normal(bits).std()) == pytest.approx(1, abs=0.01)
        assert float(uniform(bits).min()) >= 0
        assert float(uniform(bits).max()) < 1
        assert float(uniform(bits).mean()) == pytest.approx(0.5, abs=0.005)


def fingerprint(symbol: str) -> str:
    digest = hashlib.sha256()
    for interval in (DAY, MINUTE):
        bars = DemoProvider().history(symbol, interval).bars
        digest.update(bars.time.astype("<i8").tobytes())
        for column in (bars.open, bars.high, bars.low, bars.close, bars.volume):
            digest.update(np.round(column * 1000).astype("<i8").tobytes())
    return digest.hexdigest()[:16]


class TestProvider:
    def test_it_is_offline_and_says_that_it_simulates(self) -> None:
        provider = DemoProvider()
        assert (provider.name, provider.online, provider.symbols) == ("demo", False, SYMBOLS)
        answer = provider.history("9988.HK", DAY)
        assert answer.simulated
        assert answer.instrument is instrument_of("9988.HK")
        assert answer.fetched.tzinfo is not None
        assert answer.bars.interval == DAY

    @pytest.mark.parametrize("interval", [DAY, MINUTE], ids=str)
    def test_since_leaves_out_what_began_before(self, interval: Interval) -> None:
        provider, since = DemoProvider(), datetime.datetime(2025, 9, 12, 5, 0, tzinfo=datetime.UTC)
        whole, part = provider.history("^HSI", interval).bars, provider.history("^HSI", interval, since).bars
        np.testing.assert_array_equal(part.time, whole.time[whole.time >= since.timestamp()])
        np.testing.assert_array_equal(part.close, whole.close[-len(part) :])
        assert len(provider.history("^HSI", DAY, datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)).bars) == 0

    def test_what_it_does_not_have(self) -> None:
        provider = DemoProvider()
        assert provider.capabilities("9988.HK").intervals == (MINUTE, DAY)
        with pytest.raises(UnknownSymbol, match=r"no “0700\.HK”.*Choose one of HSTECH\.HK"):
            provider.history("0700.HK", DAY)
        for interval in (HOUR, WEEK):
            with pytest.raises(NotServed, match="Choose 1m or 1d"):
                provider.history("^HSI", interval)


prices = st.floats(10.0, 12.0).map(lambda price: round(price, 2))


@given(st.tuples(prices, prices, prices, prices), st.integers(0, 2**32), st.sampled_from([(150, 180), (150, 0)]))
def test_a_path_touches_the_day_s_extremes_and_stays_between_them(
    quote: tuple[float, ...], seed: int, parts: tuple[int, int]
) -> None:
    opens, closes = np.array([quote[0]]), np.array([quote[1]])
    highs, lows = np.array([max(quote)]), np.array([min(quote)])
    day = demo_minutes._Day(*parts)
    bits = random_bits(seed, 0, 1, day.length + 3)
    walk = 0.05 * normal(bits[:, : day.length])
    path = demo_minutes._path(opens, highs, lows, closes, day, walk, uniform(bits[:, day.length :]))
    assert path.shape == (1, day.length + 1)
    assert path[0, 0] == pytest.approx(quote[0])
    assert path[0, -1] == quote[1]
    assert path.max() == pytest.approx(max(quote))
    assert path.min() == pytest.approx(min(quote))


@pytest.mark.parametrize(("interval", "symbols"), [(DAY, SYMBOLS), (MINUTE, ("9988.HK",))])
def test_shares_pay_dividends_within_their_history_and_indices_none(interval: Interval, symbols: tuple[str, ...]) -> None:
    provider = DemoProvider()
    paid = {symbol: provider.history(symbol, interval) for symbol in symbols}
    assert any(history.actions for history in paid.values())
    for history in paid.values():
        for action in history.actions:
            assert history.instrument.kind == "equity"
            assert action.kind == "dividend"
            assert action.time in history.bars.time
            assert history.bars.time[0] < action.time <= history.bars.time[-1]
            row = int(history.bars.time.searchsorted(action.time))
            assert 0 < action.value < history.bars.close[row - 1] / 10
