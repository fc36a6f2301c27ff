"""From time and price to pixels and back, on every scale and calendar: lunch, half days, holidays, storms, summer time."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from charting.core.calendar import calendar_for
from charting.core.document import ScaleKind
from charting.core.interval import Interval
from charting.core.scales import PriceScale, auto_scale
from charting.core.timeaxis import TimeAxis
from charting.core.viewport import Viewport
from tests.core.sessions import is_half_day, session_on

KINDS: tuple[ScaleKind, ...] = ("linear", "log", "percent", "indexed")
CODES = ("1m", "15m", "2h", "1d", "1wk")
DAYS = [
    ("XHKG", "Asia/Hong_Kong", "2025-09-15"),  # a full day, with lunch
    ("XHKG", "Asia/Hong_Kong", "2025-12-24"),  # a half day
    ("XHKG", "Asia/Hong_Kong", "2025-01-28"),  # a half day before three holidays
    ("XHKG", "Asia/Hong_Kong", "2025-10-01"),  # a holiday
    ("XHKG", "Asia/Hong_Kong", "2023-09-01"),  # closed by a storm
    ("XHKG", "Asia/Hong_Kong", "2023-09-08"),
    ("XHKG", "Asia/Hong_Kong", "2020-08-19"),  # a morning lost to a storm
    ("XHKG", "Asia/Hong_Kong", "2025-09-23"),  # storms close no more
    ("XHKG", "Asia/Hong_Kong", "2025-09-24"),
    ("XNYS", "America/New_York", "2025-03-07"),  # the days around both changes of the clock
    ("XNYS", "America/New_York", "2025-03-10"),
    ("XNYS", "America/New_York", "2025-10-31"),
    ("XNYS", "America/New_York", "2025-11-03"),
    ("XNYS", "America/New_York", "2025-11-28"),  # a half day
    ("", "UTC", "2025-03-30"),  # a Sunday
]


def noon(day: str, zone: str) -> float:
    return datetime.datetime.fromisoformat(day + "T12:00").replace(tzinfo=ZoneInfo(zone)).timestamp()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("exchange", "zone", "day"), DAYS)
def test_times_come_back_from_pixels(exchange: str, zone: str, day: str, code: str) -> None:
    """Every quarter of an hour of two days, among the bars and past both of their ends."""
    calendar, interval, middle = calendar_for(exchange), Interval.parse(code), noon(day, zone)
    reach = 4 * interval.seconds + 6 * 86_400
    stamps = calendar.stamps(interval, middle - reach, middle + reach)
    for bars in (stamps, stamps[: len(stamps) // 2], stamps[len(stamps) // 2 :]):
        axis = TimeAxis(bars, interval, calendar)
        times = middle + np.arange(-96, 97) * 900.0
        first, last = axis.slot(times[[0, -1]])
        view = Viewport(7.0, 0, 1600.0, 900.0, first - 3, last + 3, PriceScale(1, 2))
        pixels = view.x(axis.slot(times))
        assert (np.diff(pixels) > 0).all()  # nothing trades places, even where hours share a pixel
        back = np.array([axis.time(view.slot(x)) for x in pixels.tolist()])
        assert back == pytest.approx(times, abs=0.05)


@pytest.mark.parametrize(("exchange", "zone", "day"), DAYS)
def test_what_is_closed_takes_no_room(exchange: str, zone: str, day: str) -> None:
    """A minute of trading is one slot; nights, lunch and closed days together are none but the step between bars."""
    calendar, middle = calendar_for(exchange), noon(day, zone)
    stamps = calendar.stamps(Interval.parse("1m"), middle - 5 * 86_400, middle + 5 * 86_400)
    axis = TimeAxis(stamps[:1], Interval.parse("1m"), calendar)  # one bar: all others are the calendar's
    times = np.arange(stamps[0], stamps[-1], 300)  # every session begins and ends, and pauses, on such a time
    traded = np.array([calendar.is_open(float(time)) for time in times])
    assert float(axis.slot(float(times[-1]))) == 5 * traded[:-1].sum()
    assert np.diff(axis.slot(times.astype(np.float64)))[traded[:-1] & traded[1:]] == pytest.approx(5.0)
    assert float(axis.slot(float(stamps[-1]))) == len(stamps) - 1


def test_storms_closed_days_of_2023_and_none_of_2025() -> None:
    calendar = calendar_for("XHKG")
    for day, traded in (("2023-09-01", False), ("2023-09-08", False), ("2025-09-23", True), ("2025-09-24", True)):
        assert (session_on(calendar, datetime.date.fromisoformat(day)) is not None) == traded
        assert not is_half_day(calendar, datetime.date.fromisoformat(day))


@given(
    kind=st.sampled_from(KINDS),
    inverted=st.booleans(),
    low=st.floats(0.01, 1e5),
    ratio=st.floats(1.001, 1e4),
    share=st.floats(-0.2, 1.2),
    base=st.sampled_from([0.5, 100.0, 5321.25]),
    height=st.floats(40, 3000),
)
def test_prices_come_back_from_pixels(
    kind: ScaleKind, inverted: bool, low: float, ratio: float, share: float, base: float, height: float
) -> None:
    scale = PriceScale(low, low * ratio, kind, inverted, base)
    view = Viewport(0, 31.0, 800.0, height, 0.0, 100.0, scale)
    price = float(scale.price(np.float64(share)))
    assume(kind != "log" or price > 0)
    assert view.price(view.y(price)) == pytest.approx(price, rel=1e-9, abs=1e-9 * low * ratio)
    reading = scale.reading(np.float64(price))
    assert float(scale.price_of_reading(reading)) == pytest.approx(price, rel=1e-9, abs=1e-6)


@given(low=st.floats(-1e4, 1e4), way=st.floats(0, 1e4), kind=st.sampled_from(KINDS), share=st.floats(0, 1))
def test_what_a_scale_of_its_own_shows_comes_back(low: float, way: float, kind: ScaleKind, share: float) -> None:
    """Also prices of zero and less, for which a log scale becomes a linear one."""
    scale = auto_scale(low, low + way, kind)
    view = Viewport(0, 0, 800.0, 600.0, 0.0, 100.0, scale)
    price = low + way * share
    assert view.top <= view.y(price) <= view.bottom
    assert view.price(view.y(price)) == pytest.approx(price, rel=1e-6, abs=1e-9 * (abs(low) + way + 1))
