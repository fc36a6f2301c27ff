"""The magnet: what it catches, how near, and what it says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.high_low_times import high_low_times
from charting.core.instrument import Instrument
from charting.drawings.catalogue import TOOLS
from charting.drawings.editing import placed
from charting.drawings.snapping import Surroundings, describe, inverted, snap, unsnapped
from tests.drawings.scenes import anchor, bars, pane, with_gaps

TABLE = bars("1d")
PANE = pane(low=4500, high=6500)


def place(slot: float, price: float) -> tuple[float, float]:
    return PANE.plane.x(slot), PANE.plane.y(price)


def test_without_a_magnet_a_point_stands_on_a_bar_at_a_valid_price() -> None:
    found = snap(place(20.4, 5234.5678), PANE, "off")
    assert (found.slot, found.anchor.price, found.caught) == (20, 5234.57, None)
    assert found.anchor.time.timestamp() == TABLE.time[20]


def test_a_share_is_rounded_to_its_tick() -> None:
    share = replace(pane(low=100, high=150), instrument=Instrument("9988.HK", "Alibaba", kind="equity"))
    found = snap((share.plane.x(20), share.plane.y(123.4321)), share, "off")
    assert found.anchor.price == 123.4


@given(st.floats(0, 79), st.floats(4600, 6400))
def test_a_strong_magnet_always_catches_a_price_of_the_bar(slot: float, price: float) -> None:
    found = snap(place(slot, price), PANE, "strong")
    index = found.slot
    assert abs(index - slot) <= 0.5 + 1e-9
    if index >= len(TABLE):
        return
    assert found.caught is not None
    fields = {name: float(getattr(TABLE, name)[index]) for name in ("open", "high", "low", "close")}
    assert found.caught.field is not None
    assert found.anchor.field == found.caught.field
    assert found.anchor.price == fields[found.caught.field]
    away = abs(PANE.plane.y(found.anchor.price) - PANE.plane.y(price))
    assert away <= min(abs(PANE.plane.y(value) - PANE.plane.y(price)) for value in fields.values()) + 1e-6


def test_a_weak_magnet_catches_what_is_near() -> None:
    high = float(TABLE.high[20])
    x, y = place(20, high)
    near = snap((x, y - 9), PANE, "weak")
    assert (near.anchor.field, near.anchor.price) == ("high", high)
    assert snap((x, y - 25), PANE, "weak").anchor.field is None
    twice = pane(ratio=2.0, low=4500, high=6500)
    point = twice.plane.x(20), twice.plane.y(high) - 20
    assert snap(point, twice, "weak").anchor.field == "high"


def test_ctrl_turns_the_magnet_round() -> None:
    assert [inverted(mode) for mode in ("off", "weak", "strong")] == ["strong", "off", "off"]


@pytest.mark.parametrize("slot", [-2, -1, len(TABLE), len(TABLE) + 3])
def test_beside_the_bars_a_point_stands_on_the_calendars_days(slot: int) -> None:
    found = snap(place(slot, 5500.0), PANE, "strong", Surroundings(indicators={"SMA": TABLE.close}))
    assert found.slot == slot
    assert PANE.slot(found.anchor) == found.slot
    assert found.anchor.field is None


def test_the_magnets_reach_is_twelve_pixels_and_four_to_a_round_price() -> None:
    high = float(TABLE.high[20])
    x, y = place(20, high)
    assert snap((x, y - 11.9), PANE, "weak").anchor.field == "high"
    assert snap((x, y - 12.1), PANE, "weak").anchor.field is None
    x, y = place(len(TABLE) + 2, 6000.0)
    for away, what in ((3.9, "round"), (-3.9, "round"), (4.1, None), (-4.1, None)):
        caught = snap((x, y + away), PANE, "weak").caught
        assert (None if caught is None else caught.what) == what


def test_missing_prices_are_not_caught() -> None:
    gaps = replace(PANE, table=with_gaps(TABLE))
    assert snap(place(30, 5234.0), gaps, "strong").anchor.field is None
    assert snap(place(31, 5234.0), gaps, "strong").anchor.field is not None


def test_indicators_and_lines_and_their_crossings_are_caught() -> None:
    values = np.full(len(TABLE), 6300.0)
    around = Surroundings({"SMA 50": values})
    found = snap(place(20, 6297.0), PANE, "weak", around)
    assert found.caught is not None
    assert (found.caught.what, found.caught.name, found.anchor.price) == ("indicator", "SMA 50", 6300.0)

    one = replace(placed(TOOLS["trend_line"], (anchor(10, 6000), anchor(30, 6400)), PANE), name="Up")
    two = placed(TOOLS["trend_line"], (anchor(10, 6400), anchor(30, 6000)), PANE)
    around = Surroundings(drawings=(one, two))
    line = snap(place(15, 6103.0), PANE, "weak", around)
    assert line.caught is not None
    assert (line.caught.what, line.caught.name) == ("drawing", "Up")
    assert line.anchor.price == pytest.approx(6100)
    cross = snap(place(20, 6203.0), PANE, "weak", around)
    assert cross.caught is not None
    assert (cross.caught.what, cross.caught.name) == ("crossing", "Up × Trend line")
    assert cross.anchor.price == pytest.approx(6200)
    hidden = Surroundings(drawings=(replace(one, hidden=True),))
    assert snap(place(15, 6103.0), PANE, "weak", hidden).caught is None


def test_round_prices_are_caught() -> None:
    found = snap(place(20, 6001.0), PANE, "weak")
    assert found.caught is not None
    assert (found.caught.what, found.anchor.price) == ("round", 6000.0)


@pytest.mark.parametrize("slot", [0, 6, len(bars("1wk")) - 1])
def test_a_weekly_high_is_anchored_on_the_day_it_was_made(slot: int) -> None:
    week, days = bars("1wk"), TABLE
    weekly = pane("1wk")
    point = weekly.plane.x(slot), weekly.plane.y(float(week.high[slot]))
    coarse = snap(point, weekly, "strong")
    assert coarse.anchor.time.timestamp() == week.time[slot]
    exact = snap(point, weekly, "strong", Surroundings(finer=days))
    day = int(days.time.searchsorted(int(exact.anchor.time.timestamp())))
    assert days.high[day] == week.high[slot]
    assert week.time[slot] <= exact.anchor.time.timestamp() < week.time[slot] + 7 * 86_400
    assert weekly.slot(exact.anchor) == slot
    assert pane("1d").slot(exact.anchor) == day


@pytest.mark.parametrize("code", ["1h", "1d"])
@pytest.mark.parametrize("field", ["high", "low"])
def test_a_high_of_a_day_is_anchored_on_the_minute_it_was_made(code: str, field: str) -> None:
    table, minute, space = bars(code), bars("1m"), pane(code)
    times = high_low_times(table, minute)
    for slot in range(3, len(table), 11):
        price = float(getattr(table, field)[slot])
        found = snap((space.plane.x(slot), space.plane.y(price)), space, "strong", Surroundings(high_low=times))
        assert found.caught is not None
        assert found.caught.field == field
        row = int(minute.time.searchsorted(int(found.anchor.time.timestamp())))
        assert getattr(minute, field)[row] == price
        assert space.slot(found.anchor) == slot
        assert pane("1m").slot(found.anchor) == row
    close = snap((space.plane.x(5), space.plane.y(float(table.close[5]))), space, "weak", Surroundings(high_low=times))
    if close.caught is not None and close.caught.field == "close":
        assert close.anchor.time.timestamp() == table.time[5]


def test_it_says_what_was_caught() -> None:
    high = float(TABLE.high[20])
    text = describe(snap(place(20, high), PANE, "weak"), PANE)
    assert text == f"High {high:,.2f} · 6 Feb 2025"
    free = describe(snap(place(20, 6390.0), PANE, "off"), PANE)
    assert free == "6,390.00 · 6 Feb 2025"


def test_freehand_points_are_where_the_hand_is() -> None:
    at = unsnapped((333.3, 222.2), PANE)
    assert PANE.plane.x(PANE.axis.slot(at.time.timestamp())) == pytest.approx(333.3, abs=1e-3)
    assert PANE.plane.y(at.price) == pytest.approx(222.2)
