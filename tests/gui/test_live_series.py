"""The series on show that go on by ticks: what of them stays when their source answers again, and what is the same as before."""

from __future__ import annotations

import numpy as np
import pytest

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.interval import MINUTE
from charting.core.resample import Partial
from charting.core.timeaxis import TimeAxis
from charting.market.provider import SeriesKey
from charting.market.quote import Tick
from charting.scene.series import Series
from gui.live_series import LiveSeries
from tests.scene.making import INDEX

CALENDAR = calendar_for("XHKG")
START = int(CALENDAR.stamps(MINUTE, 1_758_000_000, 1_758_100_000)[0])
KEY, OTHER = SeriesKey("demo", "9988.HK", MINUTE), SeriesKey("yahoo", "9988.HK", MINUTE)


def series(count: int, price: float = 10.0, partial: Partial | None = None) -> Series:
    """A series of so many minutes from the opening on."""
    times, prices = START + 60 * np.arange(count), np.full(count, price)
    bars = Bars.of(times, prices, prices, prices, prices, np.ones(count), MINUTE)
    return Series(INDEX, bars, TimeAxis(bars.time, MINUTE, CALENDAR), partial=partial)


def tick(minute: float, price: float) -> Tick:
    return Tick(START + 60 * minute, price, price, price, price)


def test_without_ticks_a_series_is_the_sources() -> None:
    live, shown = LiveSeries(), series(5)
    assert live.begin(KEY, shown) is shown


def test_ticks_change_the_last_bar_or_add_one_and_the_time_axis_goes_along() -> None:
    live, shown = LiveSeries(), series(5)
    changed = live.tick(KEY, shown, (tick(4.5, 12.0),))
    assert changed.bars.close.tolist() == [10.0] * 4 + [12.0]
    assert changed.axis is shown.axis
    added = live.tick(KEY, changed, (tick(4.7, 13.0), tick(5.2, 14.0)))
    assert added.bars.close.tolist() == [10.0] * 4 + [13.0, 14.0]
    assert len(added.axis) == 6
    assert added.axis.bar_times[-1] == added.bars.time[-1]


def test_ticks_that_change_nothing_leave_the_series_as_it_is() -> None:
    live, shown = LiveSeries(), series(5)
    late = tick(1.0, 99.0)
    assert live.tick(KEY, shown, (late,)) is shown
    changed = live.tick(KEY, shown, (late, tick(4.5, 12.0), late))
    assert changed.bars.close.tolist() == [10.0] * 4 + [12.0]


def test_what_ticks_did_stays_while_the_source_says_what_it_said() -> None:
    live, shown = LiveSeries(), series(5)
    live.tick(KEY, shown, (tick(4.5, 12.0), tick(5.2, 14.0)))
    again = live.begin(KEY, series(5))
    assert again.bars.close.tolist() == [10.0] * 4 + [12.0, 14.0]
    assert len(again.axis) == 6


def test_a_source_that_goes_on_has_its_own_bars_and_later_ones_of_ticks() -> None:
    live, shown = LiveSeries(), series(5)
    live.tick(KEY, shown, (tick(5.2, 14.0), tick(6.2, 15.0)))
    again = live.begin(KEY, series(6, 11.0))
    assert again.bars.close.tolist() == [11.0] * 6 + [15.0]
    assert len(again.axis) == 7
    changed = live.tick(KEY, again, (tick(6.4, 16.0),))
    assert changed.bars.close.tolist() == [11.0] * 6 + [16.0]
    whole = series(8, 11.0)
    assert live.begin(KEY, whole) is whole


@pytest.mark.parametrize("partial", [None, Partial(), Partial(first=True)])
def test_a_bar_that_ticks_began_is_not_whole(partial: Partial | None) -> None:
    live, shown = LiveSeries(), series(5, partial=partial)
    assert live.tick(KEY, shown, (tick(4.5, 12.0),)).partial is partial
    added = live.tick(KEY, shown, (tick(5.2, 14.0),)).partial
    assert added == (None if partial is None else Partial(first=partial.first, last=True))


def test_of_series_that_are_no_longer_on_show_nothing_is_kept() -> None:
    live, shown = LiveSeries(), series(5)
    for key in (KEY, OTHER):
        live.tick(key, shown, (tick(4.5, 12.0),))
    live.retain((KEY,))
    assert live.begin(OTHER, shown) is shown
    assert live.begin(KEY, shown).bars.close[-1] == 12.0
    live.forget("yahoo")
    assert live.begin(KEY, shown).bars.close[-1] == 12.0
    live.forget("demo")
    assert live.begin(KEY, shown) is shown
