"""Bars made of finer ones say where their period is not whole: in the legend, in the data window, while prices go on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from charting.core.interval import Interval
from charting.market.demo import DemoProvider
from charting.market.feed import at_interval
from charting.market.provider import History, SeriesKey
from charting.market.quote import Tick
from charting.scene.legend import PARTIAL, series_line
from charting.scene.series import Series, in_style
from gui.live_series import LiveSeries
from gui.loader import series_of
from gui.replay import cut
from tests.gui.desk import Desk
from tests.scene.making import look

SYMBOL = "HSTECH.HK"  # the demonstration's last day is a Wednesday, its first the first of a year


def history(interval: str) -> History:
    return DemoProvider().history(SYMBOL, Interval.parse(interval))


def series(interval: str, source: str = "1d", days: slice = slice(None)) -> Series:
    given = history(source)
    bars = given.bars.slice(*days.indices(len(given.bars))[:2])
    made = at_interval(replace(given, bars=bars, adjusted=None), Interval.parse(interval))
    return series_of(SeriesKey("demo", SYMBOL, Interval.parse(interval)), made)


def said(shown: Series) -> list[int]:
    """The rows at which the legend says so."""
    rows = range(len(shown.bars))
    return [row for row in rows if any(text.strip() == PARTIAL for text, _ in series_line(shown, row, look()))]


@pytest.mark.parametrize(
    ("interval", "source", "partial"),
    [
        ("1wk", "1d", True),
        ("1mo", "1d", True),
        ("1d", "1d", False),
        ("4h", "1m", False),
        ("1d", "1m", False),
        ("1wk", "1m", True),
    ],
)
def test_the_last_bar_says_that_its_period_is_not_over(interval: str, source: str, partial: bool) -> None:
    shown = series(interval, source)
    assert said(shown) == ([len(shown.bars) - 1] if partial else [])


def test_a_whole_week_says_nothing_and_one_that_was_not_seen_from_monday_does() -> None:
    given = history("1d").bars
    friday = max(row for row in range(len(given)) if datetime.fromtimestamp(int(given.time[row]), UTC).weekday() == 4)
    assert said(series("1wk", days=slice(0, friday + 1))) == []
    assert said(series("1wk", days=slice(friday - 6, friday + 1))) == [0]
    assert said(series("1wk", days=slice(friday - 1, friday))) == [0]


def test_what_prices_make_of_it_says_nothing() -> None:
    assert said(in_style(series("1wk"), "renko")) == []


def test_the_past_shows_only_bars_that_were_over() -> None:
    shown = series("1wk", days=slice(1, None))
    assert said(shown) == [0, len(shown.bars) - 1]
    assert said(cut(shown, 20)) == [0]


def test_a_bar_that_trades_begin_is_not_over() -> None:
    given = history("1d").bars
    friday = max(row for row in range(len(given)) if datetime.fromtimestamp(int(given.time[row]), UTC).weekday() == 4)
    shown = series("1wk", days=slice(0, friday + 1))
    tuesday = float(given.time[friday]) + 4 * 86_400 + 3600
    going_on = LiveSeries().tick(SeriesKey("demo", SYMBOL, Interval.parse("1wk")), shown, [Tick(tuesday, *[5000.0] * 4)])
    assert len(going_on.bars) == len(shown.bars) + 1
    assert said(going_on) == [len(shown.bars)]


def test_the_data_window_says_it_too(desk: Desk) -> None:
    desk.window.show_series(series("1wk"))
    desk.window.view.repaint()
    bar = desk.window.view.listing()[0]
    assert [line.text for line in bar.lines if line.title == "Period"] == [PARTIAL]


def test_a_series_knows_what_bars_it_was_made_of() -> None:
    assert series("1wk").made_of == Interval.parse("1d")
    assert series("1h", "1m").made_of == Interval.parse("1m")
    assert series("1d").made_of is None
