"""The feed: stored bars at once, then those of the source; one question at a time, and only when it may ask."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from charting.core.calendar import calendar_for
from charting.core.interval import DAY, HOUR, MINUTE, WEEK, Interval
from charting.core.resample import resample
from charting.market.capabilities import base_of
from charting.market.file_provider import FileProvider, address_of
from charting.market.provider import (
    BadAnswer,
    History,
    MarketError,
    NoNetwork,
    NotServed,
    SeriesKey,
    UnknownSymbol,
)
from charting.market.store import NEVER
from tests.market.desk import KEY, NOW, Desk, Source, answer, bars_of, desk_for, sessions

__all__ = ["desk_for"]


def test_a_first_request_asks_the_source_and_keeps_the_answer(desk_for: Callable[..., Desk]) -> None:
    source = Source()
    desk = desk_for(source)
    desk.ask()
    (what, key, history) = desk.wait_for(1)[0]
    assert (what, key) == ("arrived", KEY)
    assert isinstance(history, History)
    assert source.asked == [("9988.HK", DAY, None)]
    assert desk.said[0] == ("started", KEY, None)
    kept = desk.feed.store.read(KEY)
    assert kept is not None
    np.testing.assert_array_equal(kept.bars.close, history.bars.close)
    assert threading.current_thread().name not in desk.threads
    assert all(name.startswith("lionrock-") for name in desk.threads)


def test_stored_bars_come_first_and_are_refreshed_with_overlap(desk_for: Callable[..., Desk]) -> None:
    source = Source()
    desk = desk_for(source)
    yesterday = NOW - timedelta(days=1)
    old = answer(sessions(60, until=yesterday), fetched=yesterday)
    desk.feed.store.write(KEY, old)
    desk.ask()
    first, second = desk.wait_for(2)
    assert bars_of(first).time[-1] == old.bars.time[-1]
    assert bars_of(second).time[-1] > old.bars.time[-1]
    assert len(bars_of(second)) == 61
    (_, _, since) = source.asked[0]
    assert since is not None
    assert since.timestamp() == old.bars.time[-11]


def test_what_cannot_have_changed_is_not_fetched(desk_for: Callable[..., Desk]) -> None:
    source = Source()
    after_close = datetime(2025, 9, 17, 8, 45, tzinfo=UTC)
    desk = desk_for(source, now=after_close)
    desk.feed.store.write(KEY, answer(sessions(60), fetched=after_close))
    for now in (after_close, after_close + timedelta(hours=5), datetime(2025, 9, 18, 1, 29, tzinfo=UTC)):
        desk.now = now
        desk.ask()
        desk.settle()
    assert source.asked == []
    desk.now = datetime(2025, 9, 18, 1, 31, tzinfo=UTC)
    desk.ask()
    desk.wait_for(5)
    assert len(source.asked) == 1


def test_a_refresh_within_seconds_is_not_a_new_question(desk_for: Callable[..., Desk]) -> None:
    source = Source()
    desk = desk_for(source)
    for count in range(1, 4):
        desk.ask()
        desk.wait_for(count)
    assert len(source.asked) == 1


def test_without_leave_nothing_is_asked_and_stored_bars_are_shown(desk_for: Callable[..., Desk]) -> None:
    source = Source()
    desk = desk_for(source, allowed=False)
    desk.ask()
    (what, _, error) = desk.wait_for(1)[0]
    assert what == "failed"
    assert isinstance(error, NoNetwork)
    assert str(error) == "Nothing is stored of 9988.HK, and no connection may be made. Switch to live data to fetch it."
    desk.feed.store.write(KEY, answer(sessions(5), fetched=NOW - timedelta(days=1)))
    desk.ask()
    _, arrived, failed = desk.wait_for(3)
    assert (arrived[0], failed[0]) == ("arrived", "failed")
    assert "these bars of 9988.HK are the stored ones" in str(failed[2])
    assert source.asked == []
    desk.allowed = True
    desk.ask()
    desk.wait_for(5)
    assert len(source.asked) == 1


def test_one_question_answers_all_intervals_made_from_it(desk_for: Callable[..., Desk]) -> None:
    source = Source()
    source.gate.clear()
    desk = desk_for(source)
    wanted = [replace(KEY, interval=interval) for interval in (DAY, WEEK, Interval(1, "mo"))]
    for key in wanted:
        desk.ask(key)
    assert source.reached.acquire(timeout=10)
    source.gate.set()
    news = desk.wait_for(3)
    assert {key for _, key, _ in news} == set(wanted)
    assert len(source.asked) == 1
    lengths = {key.interval: len(bars_of(each)) for each in news for key in [each[1]]}
    assert lengths[DAY] == 60
    assert lengths[WEEK] < lengths[DAY]
    assert lengths[Interval(1, "mo")] < lengths[WEEK]
    assert [key.interval for key in desk.feed.store.series()] == [DAY]


def test_longer_bars_come_from_stored_finer_ones(desk_for: Callable[..., Desk]) -> None:
    desk = desk_for(Source(), allowed=False)
    minutes = replace(KEY, interval=MINUTE)
    desk.feed.store.write(minutes, answer(sessions(400, interval=MINUTE), fetched=NOW - timedelta(days=1)))
    desk.ask(replace(KEY, interval=HOUR))
    arrived, _ = desk.wait_for(2)
    assert bars_of(arrived).interval == HOUR


def test_a_slow_source_holds_up_neither_stored_bars_nor_others(desk_for: Callable[..., Desk]) -> None:
    source = Source()
    source.gate.clear()
    desk = desk_for(source)
    stored = replace(KEY, symbol="0700.HK")
    desk.feed.store.write(stored, answer(sessions(5), fetched=NOW - timedelta(days=1)))
    for symbol in ("1", "2", "3"):
        desk.ask(replace(KEY, symbol=symbol))
    assert source.reached.acquire(timeout=10)
    assert source.reached.acquire(timeout=10)
    desk.ask(stored)
    assert desk.wait_for(1)[0][1] == stored
    source.gate.set()
    desk.wait_for(5)


def test_the_latest_request_goes_first_and_the_background_last(
    desk_for: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("charting.market.feed.FETCHERS", 1)
    source = Source()
    source.gate.clear()
    desk = desk_for(source)
    desk.ask(replace(KEY, symbol="busy"))
    assert source.reached.acquire(timeout=10)
    desk.feed.request("yahoo", "quote", DAY, background=True)
    for symbol in ("first", "second"):
        desk.ask(replace(KEY, symbol=symbol))
        desk.settle()
    source.gate.set()
    desk.wait_for(4)
    assert [symbol for symbol, _, _ in source.asked] == ["busy", "second", "first", "quote"]


def test_days_are_beside_longer_bars_and_beside_shorter_ones(desk_for: Callable[..., Desk]) -> None:
    source = Source()
    desk = desk_for(source)
    desk.ask()
    desk.wait_for(1)
    desk.ask(replace(KEY, interval=WEEK))
    desk.ask(replace(KEY, interval=MINUTE))
    desk.wait_for(3)
    found = {key.interval: history for _, key, history in desk.news() if isinstance(history, History)}
    assert found[DAY].daily is None
    for interval in (WEEK, MINUTE):
        beside = found[interval].daily
        assert beside is not None
        assert beside.bars.interval == DAY
        assert beside.bars.close.tolist() == found[DAY].bars.close.tolist()


def test_a_dividend_refetches_the_adjusted_closes(desk_for: Callable[..., Desk]) -> None:
    source = Source()

    def paid(symbol: str, interval: Interval, since: datetime | None) -> History:
        found = source.usual(symbol, interval, since)
        return replace(found, adjusted=found.bars.close * 0.97)

    source.answers = paid
    desk = desk_for(source)
    yesterday = NOW - timedelta(days=1)
    old = sessions(60, until=yesterday)
    desk.feed.store.write(KEY, answer(old, fetched=yesterday, adjusted=old.close))
    desk.ask()
    _, (_, _, after) = desk.wait_for(2)
    assert isinstance(after, History)
    assert after.adjusted is not None
    known = np.isin(after.bars.time, source.usual("", DAY, None).bars.time)
    np.testing.assert_allclose(after.adjusted[known], after.bars.close[known] * 0.97)
    assert [since is None for _, _, since in source.asked] == [False, True]


@pytest.mark.parametrize("scale", [100.0, 1.0], ids=["a hundred times too high", "without adjusted closes"])
def test_a_strange_answer_does_not_replace_good_bars(scale: float, desk_for: Callable[..., Desk]) -> None:
    source = Source()
    source.answers = lambda symbol, interval, since: answer(sessions(60, scale=scale))
    desk = desk_for(source)
    yesterday, bars = NOW - timedelta(days=1), sessions(60, until=NOW - timedelta(days=1))
    old = answer(bars, fetched=yesterday, adjusted=bars.close)
    desk.feed.store.write(KEY, old)
    desk.ask()
    _, (what, _, error) = desk.wait_for(2)
    assert what == "failed"
    assert isinstance(error, BadAnswer)
    kept = desk.feed.store.read(KEY)
    assert kept is not None
    np.testing.assert_array_equal(kept.bars.close, old.bars.close)
    assert kept.adjusted is not None
    np.testing.assert_array_equal(kept.adjusted, old.bars.close)


def test_bars_lost_to_damage_are_fetched_from_the_beginning(desk_for: Callable[..., Desk]) -> None:
    source = Source()
    desk = desk_for(source)
    desk.feed.store.write(KEY, answer(sessions(30), fetched=NEVER))
    desk.ask()
    _, after = desk.wait_for(2)
    assert len(bars_of(after)) == 60
    assert source.asked == [("9988.HK", DAY, None)]


@pytest.mark.parametrize("error", [NoNetwork("a"), UnknownSymbol("b"), BadAnswer("c"), NotServed("d")])
def test_an_error_is_told_after_the_stored_bars_and_the_next_request_asks_again(
    error: MarketError, desk_for: Callable[..., Desk]
) -> None:
    source = Source()

    def refuse(symbol: str, interval: Interval, since: datetime | None) -> History:
        raise error

    source.answers = refuse
    desk = desk_for(source)
    desk.feed.store.write(KEY, answer(sessions(5), fetched=NOW - timedelta(days=1)))
    desk.ask()
    first, second = desk.wait_for(2)
    assert first[0] == "arrived"
    assert second == ("failed", KEY, error)
    source.answers = source.usual
    desk.ask()
    assert desk.wait_for(4)[3][0] == "arrived"


@pytest.mark.logs("The source yahoo failed over 9988.HK")
def test_a_mistake_in_a_source_is_an_error_like_others(desk_for: Callable[..., Desk]) -> None:
    source = Source()

    def stumble(symbol: str, interval: Interval, since: datetime | None) -> History:
        raise KeyError("timestamp")

    source.answers = stumble
    desk = desk_for(source)
    desk.ask()
    (what, _, error) = desk.wait_for(1)[0]
    assert what == "failed"
    assert isinstance(error, BadAnswer)
    source.answers = source.usual
    desk.ask()
    assert desk.wait_for(2)[1][0] == "arrived"


@pytest.mark.logs("Work of lionrock-cache failed")
def test_a_listener_that_fails_does_not_end_the_feed(desk_for: Callable[..., Desk]) -> None:
    desk = desk_for()

    def stumble(key: SeriesKey) -> None:
        raise RuntimeError("a listener's mistake")

    desk.feed.started.connect(stumble)
    desk.ask()
    desk.feed.started.disconnect(stumble)
    desk.ask()
    desk.wait_for(1)


def test_unserved_intervals_and_unknown_sources_are_said(desk_for: Callable[..., Desk]) -> None:
    desk = desk_for(Source(served=(Interval(5, "m"), DAY)))
    desk.ask(replace(KEY, interval=MINUTE))
    desk.ask(replace(KEY, source="elsewhere"))
    errors = {key.source: error for _, key, error in desk.wait_for(2)}
    assert isinstance(errors["yahoo"], NotServed)
    assert "Yahoo Finance has no bars of 1 minute. Choose 5 minutes or longer." in str(errors["yahoo"])
    assert "no source of bars called “elsewhere”" in str(errors["elsewhere"])


def test_files_are_kept_and_still_shown_when_they_are_gone(tmp_path: Path, desk_for: Callable[..., Desk]) -> None:
    path = tmp_path / "9988.HK.csv"
    path.write_text("Date,Open,High,Low,Close\n2025-01-06,1,2,1,2\n2025-01-07,1,2,1,2\n")
    key = SeriesKey(address_of(path), "9988.HK", DAY)
    desk = desk_for(FileProvider(), allowed=False)
    desk.ask(key)
    assert len(bars_of(desk.wait_for(1)[0])) == 2
    path.write_text(path.read_text() + "2025-01-08,1,2,1,2\n")
    desk.ask(key)
    desk.settle()
    assert [len(bars_of(each)) for each in desk.wait_for(3)] == [2, 2, 3]
    path.unlink()
    desk.ask(key)
    *_, shown, error = desk.wait_for(5)
    assert len(bars_of(shown)) == 3
    assert "There is no file “9988.HK.csv”" in str(error[2])


def test_simulated_bars_take_no_place_on_the_disk(desk_for: Callable[..., Desk]) -> None:
    source = Source(name="demo", online=False)
    desk = desk_for(source, allowed=False)
    desk.ask(replace(KEY, source="demo"))
    assert desk.wait_for(1)[0][0] == "arrived"
    assert desk.feed.store.series() == ()


def test_nothing_is_said_after_closing(desk_for: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("charting.market.feed.PATIENCE", 0.05)
    source = Source()
    source.gate.clear()
    desk = desk_for(source)
    desk.ask()
    assert source.reached.acquire(timeout=10)
    desk.feed.close()
    source.gate.set()
    desk.ask()
    assert desk.news() == []


@pytest.mark.parametrize(
    ("available", "wanted", "base"),
    [
        (("1m", "1d"), "1d", "1d"),
        (("1m", "1d"), "5m", "1m"),
        (("1m", "5m", "15m", "1d"), "30m", "15m"),
        (("1m", "5m", "1d"), "1wk", "1d"),
        (("1m",), "1d", "1m"),
        (("1d", "1wk"), "1mo", "1d"),
        (("1wk",), "1mo", None),
        (("5m",), "1m", None),
        ((), "1d", None),
    ],
)
def test_bars_are_made_from_the_longest_that_will_do(available: tuple[str, ...], wanted: str, base: str | None) -> None:
    found = base_of([Interval.parse(code) for code in available], Interval.parse(wanted))
    assert found == (None if base is None else Interval.parse(base))


def test_kept_shorter_bars_tell_when_highs_were_made_and_nobody_is_asked_for_them(desk_for: Callable[..., Desk]) -> None:
    after_close = datetime(2025, 9, 17, 8, 45, tzinfo=UTC)
    source = Source()
    desk = desk_for(source, now=after_close)
    minutes = sessions(331 * 2, interval=MINUTE, until=after_close)
    days = resample(minutes, DAY, calendar_for("XHKG")).bars
    desk.feed.store.write(KEY, answer(days, fetched=after_close))
    desk.ask()
    desk.settle()
    assert desk.news()[-1][2].high_low is None
    desk.feed.store.write(SeriesKey("yahoo", "9988.HK", MINUTE), answer(minutes, fetched=after_close))
    desk.ask()
    desk.settle()
    (_, _, history) = desk.news()[-1]
    assert isinstance(history, History)
    assert history.high_low is not None
    made = history.high_low.of(history.bars, 1, "high")
    row = int(minutes.time.searchsorted(made))
    assert minutes.time[row] == made
    assert minutes.high[row] == pytest.approx(history.bars.high[1], rel=1e-6)
    desk.ask(SeriesKey("yahoo", "9988.HK", WEEK))
    desk.settle()
    assert desk.news()[-1][2].high_low is None  # its days tell it
    assert source.asked == []


def test_days_made_of_a_files_minutes_know_when_their_highs_were_made(desk_for: Callable[..., Desk], tmp_path: Path) -> None:
    rows = [f"2025-09-16 10:{minute},5,{6 + (minute == 41)},4,5,10" for minute in range(30, 60)]
    path = tmp_path / "9988.HK.csv"
    path.write_text("Datetime,Open,High,Low,Close,Volume\n" + "\n".join(rows))
    desk = desk_for(FileProvider())
    desk.ask(SeriesKey(address_of(path), "9988.HK", DAY))
    (_, _, history) = desk.wait_for(1)[0]
    assert isinstance(history, History)
    assert history.high_low is not None
    made = history.high_low.of(history.bars, 0, "high")
    assert made is not None
    assert datetime.fromtimestamp(made, UTC).strftime("%H:%M") == "02:41"
