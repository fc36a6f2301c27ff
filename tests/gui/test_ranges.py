"""Ranges of time: what one press shows, with bars that suit it; the bar of them, with scale and clock."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from charting.core.calendar import calendar_for
from charting.core.edits import set_chart
from charting.core.interval import Interval
from charting.core.resample import resample
from charting.core.timeaxis import TimeAxis
from charting.scene.navigation import MIN_BARS
from charting.scene.series import Series
from charting.view import shaping
from gui.clock import clock_text
from gui.range_bar import HEIGHT, RangeBar
from gui.ranges import RANGES, Range, better_interval, days_of
from tests.gui.desk import Desk, demo_series

BY_KEY: dict[str, Range] = {range_.key: range_ for range_ in RANGES}
LOCAL = 8 * 3600


def series_of(interval: str) -> Series:
    """Alibaba of the demonstration in bars of any interval, as the feed makes them."""
    wanted = Interval.parse(interval)
    finest = demo_series("9988.HK", "1m" if wanted.is_intraday else "1d")
    calendar = calendar_for(finest.instrument.exchange)
    bars = resample(finest.bars, wanted, calendar).bars
    return Series(finest.instrument, bars, TimeAxis(bars.time, wanted, calendar), simulated=True, source="demo")


@pytest.mark.parametrize(
    ("key", "interval", "better"),
    [("1d", "1d", "1m"), ("5d", "1d", "5m"), ("1m", "1d", None), ("1y", "1d", None), ("5y", "1d", None), ("1y", "1mo", "1d"),
     ("all", "1m", None), ("5y", "1m", "1wk"), ("5d", "5m", None), ("5d", "1m", None), ("1m", "1m", "1h"), ("3m", "1m", "1d"),
     ("6m", "1m", "1d"), ("1y", "1m", "1d"), ("3m", "1h", None)],
)  # fmt: skip
def test_bars_are_changed_only_when_too_few_too_many_or_too_short(key: str, interval: str, better: str | None) -> None:
    found = better_interval(BY_KEY[key], series_of(interval))
    assert (str(found) if found is not None else None) == better


@pytest.mark.parametrize(
    ("key", "interval", "own", "better"),
    [("1d", "1d", None, None), ("1d", "1d", "5m", "5m"), ("5d", "1d", "5m", "5m"), ("5d", "1d", "1m", "5m"),
     ("1d", "1d", "1m", "1m"), ("5d", "1d", "1h", "1h"), ("1d", "1wk", "1d", "1d"), ("3m", "1wk", "1d", "1d"),
     ("3m", "1wk", None, None), ("5d", "1d", "2m", "2m"), ("1m", "1wk", "25m", "25m"), ("1m", "1d", "5m", None)],
)  # fmt: skip
def test_of_a_file_there_are_its_own_bars_and_those_made_of_them(
    key: str, interval: str, own: str | None, better: str | None
) -> None:
    made_of = None if own is None else Interval.parse(own)
    found = better_interval(BY_KEY[key], replace(series_of(interval), source="file:///a.csv", made_of=made_of))
    assert (str(found) if found is not None else None) == better


def test_the_year_begins_at_the_exchanges_midnight() -> None:
    series = series_of("1d")
    days = days_of(BY_KEY["ytd"], series)
    assert days is not None
    begin = int(series.bars.time[-1]) - round(days * 86_400)
    there = datetime.fromtimestamp(begin + LOCAL, UTC)
    assert (there.month, there.day, there.hour, there.minute) == (1, 1, 0, 0)


def test_a_range_shows_its_bars(desk: Desk) -> None:
    desk.window.commands.run("view.last_1y")
    first, last = desk.window.view.sight.span.first, desk.window.view.sight.span.last
    series = desk.window.view.series
    assert series is not None
    assert last > len(series.bars)
    assert 365 <= (int(series.bars.time[-1]) - float(series.axis.time(first + 0.5))) / 86_400 <= 367
    assert desk.history.undo_name is None, "bars that suit are kept"


@pytest.mark.parametrize("count", [1, 2, 40, 300])
@pytest.mark.parametrize("key", [range_.key for range_ in RANGES])
def test_the_newest_bar_is_in_view_in_every_range_of_a_young_instrument(desk: Desk, key: str, count: int) -> None:
    series = series_of("1d")
    bars = series.bars.slice(len(series.bars) - count, len(series.bars))
    young = replace(series, bars=bars, axis=TimeAxis(bars.time, bars.interval, series.axis.calendar))
    desk.window.show_series(young)
    desk.window.view.show_last(days_of(BY_KEY[key], young))
    span = desk.window.view.sight.span
    assert span.first <= count - 1 < span.last
    assert span.last - (count - 0.5) <= max(0.1 * span.width, MIN_BARS), "there is little room beside it"
    assert count < 40 or span.first >= -0.5, "no room is left for bars that never were"


def test_a_short_range_takes_finer_bars_and_shows_it_when_they_have_come(desk: Desk) -> None:
    desk.window.commands.run("view.last_5d")
    assert desk.history.document.chart.interval == "5m"
    assert desk.history.undo_name == "Interval 5 minutes"
    desk.window.show_series(series_of("5m"))
    series, span = desk.window.view.series, desk.window.view.sight.span
    assert series is not None
    assert series.bars.interval == Interval(5, "m")
    first = int(series.bars.time.searchsorted(series.bars.time[-1] - 7 * 86_400, "right"))
    assert span.first == first - 0.5, "the first bar that is not seven days old, and nothing of the one before"
    days = np.unique((series.bars.time[first:] + LOCAL) // 86_400)
    assert len(days) == 5


def test_a_range_waits_for_bars_that_are_made_of_those_that_have_come(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shaping, "AT_ONCE", 1000)
    view, history = desk.window.view, desk.history
    history.commit(set_chart(history.document, history.document.active, style="renko"), "Style")
    desk.window.commands.run("view.last_1d")
    assert history.document.chart.interval == "1m"
    desk.show_bars()
    before = view.series
    assert before is not None
    assert str(before.bars.interval) == "1d"
    qtbot.waitUntil(lambda: view.series is not before)
    series, first = view.series, view.sight.span.first
    assert series is not None
    begin = float(series.axis.slot(int(series.bars.time[-1]) - 86_400))
    assert first == pytest.approx(begin, abs=1)
    desk.window.view.sight.pan(-50)
    desk.show_bars()
    assert view.sight.span.first == pytest.approx(first - 50), "it was gone to once"


def test_a_range_is_forgotten_with_another_interval(desk: Desk) -> None:
    desk.window.commands.run("view.last_1d")
    for interval in ("5m", "1m"):
        document = desk.history.document
        desk.history.commit(set_chart(document, document.active, interval=interval), "Interval")
        desk.window.show_series(series_of(interval))
    view = desk.window.view
    assert view.sight.span.width < 200


def test_the_bar_is_slim_and_fits(desk: Desk, qapp: QApplication) -> None:
    bar = desk.window.findChild(RangeBar)
    assert bar.height() == HEIGHT
    desk.window.resize(960, 560)
    qapp.processEvents()
    buttons = bar.findChildren(QToolButton)
    assert [button.text() for button in buttons][: len(RANGES)] == ["1D", "5D", "1M", "3M", "6M", "YTD", "1Y", "5Y", "All"]
    assert buttons[len(RANGES)] is bar.clock
    right = 0
    for child in buttons:
        assert child.x() >= right
        assert child.width() >= child.minimumSizeHint().width()
        right = child.x() + child.width()
    assert right <= bar.width()


def test_the_scale_is_held_where_it_stands_and_freed(desk: Desk) -> None:
    commands = desk.window.commands
    desk.window.view.repaint()
    assert commands.action("view.auto_scale").isChecked()
    commands.run("view.auto_scale")
    scale, scene = desk.history.document.chart.panes[0].scale, desk.window.view.scene
    assert scene is not None
    assert (scale.low, scale.high) == (scene.panes[0].viewport.scale.low, scene.panes[0].viewport.scale.high)
    assert not commands.action("view.auto_scale").isChecked()
    commands.run("view.auto_scale")
    assert desk.history.document.chart.panes[0].scale.low is None


@pytest.mark.parametrize(
    ("zone", "text"),
    [("Asia/Hong_Kong", "13:05:59 UTC+8"), ("America/St_Johns", "01:35:59 UTC−3:30"), ("UTC", "05:05:59 UTC")],
)
def test_the_clock_shows_the_exchanges_time(zone: str, text: str) -> None:
    assert clock_text(datetime(2025, 1, 6, 5, 5, 59, tzinfo=UTC), zone) == text
