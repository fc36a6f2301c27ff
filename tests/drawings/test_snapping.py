"""The magnet: what it catches, how near, and what it says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.document import Drawing
from charting.core.high_low_times import high_low_times
from charting.core.instrument import Instrument
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Projection
from charting.drawings.editing import placed
from charting.drawings.snapping import Magnet, Surroundings, describe, inverted, snap, unsnapped
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


@pytest.mark.parametrize("slot", [0, 20, len(TABLE) - 1])
@pytest.mark.parametrize("away", [-8.0, 8.0])
def test_of_a_bars_prices_and_an_indicator_the_nearer_one_is_caught(slot: int, away: float) -> None:
    """Seen from a bar's high or low, 8 pixels away: a strong magnet looks for what is no price of it no further than a weak."""
    bar = float((TABLE.high if away < 0 else TABLE.low)[slot])
    x, y = place(slot, bar)

    def caught(from_bar: float, indicator: float, mode: Magnet) -> str | None:
        values = np.where(np.arange(len(TABLE)) == slot, PANE.plane.price(y + indicator), np.nan)
        found = snap((x, y + from_bar), PANE, mode, Surroundings({"SMA": values})).caught
        return None if found is None else found.what

    for mode in ("weak", "strong"):
        assert caught(away, -0.2 * away, mode) == "field"
        assert caught(away, 1.5 * away, mode) == "indicator"
    for times in (10.0, 14.0):
        assert caught(12 * away, times * away, "weak") in (None, "round")
        assert caught(12 * away, times * away, "strong") == "field"
    assert caught(12 * away, 11 * away, "weak") == caught(12 * away, 13 * away, "strong") == "indicator"


def test_a_bar_that_closes_on_its_high_is_caught_by_its_high() -> None:
    """And one that opened there as well: a high may have a time of its own."""
    high = TABLE.high
    flat = replace(PANE, table=Bars.of(TABLE.time, high, high, TABLE.low, high, None, TABLE.interval))
    assert snap(place(20, float(high[20])), flat, "weak").anchor.field == "high"


def test_lines_cross_in_the_column_in_which_they_do() -> None:
    """However many others are on the pane, and not where they would do so further on, or are one upon the other."""
    far = tuple(placed(TOOLS["trend_line"], (anchor(10, 4600 + 5 * row), anchor(30, 4610 + 5 * row)), PANE) for row in range(30))

    def caught(slot: int, price: float, lines: tuple[Drawing, ...], space: Projection = PANE) -> tuple[str, float] | None:
        at = space.plane.x(slot), space.plane.y(price)
        found = snap(at, space, "weak", Surroundings(drawings=(*far, *lines))).caught
        return None if found is None else (found.what, round(found.price, 6))

    def line(first: float, last: float) -> Drawing:
        return placed(TOOLS["trend_line"], (anchor(18, first), anchor(23, last)), PANE)

    for share in (0.3, -0.3):  # between two bars, in the column of the 20th
        way, back = 2 + share, 3 - share
        cross = line(6300 - 20 * way, 6300 + 20 * back), line(6300 + 20 * way, 6300 - 20 * back)
        assert caught(20, 6300.0, cross) == ("crossing", 6300.0)
        assert caught(20, 6300.0, cross[::-1]) == ("crossing", 6300.0)
        for beside in (19, 21):
            found = caught(beside, 6300.0, cross)
            assert found is not None
            assert found[0] == "drawing"
    for cross in ((line(6290, 6310), line(6310, 6298)), (line(6290, 6310),) * 2, (line(6290, 6310), line(6292, 6312))):
        assert caught(20, 6298.0, cross) == ("drawing", 6298.0)


def test_on_a_fine_screen_lines_are_caught_from_as_far() -> None:
    fine = pane(ratio=2.0, low=4500, high=6500)
    line = placed(TOOLS["trend_line"], (anchor(10, 6300), anchor(30, 6300)), fine)
    point = fine.plane.x(20), fine.plane.y(6300.0) + 20
    found = snap(point, fine, "weak", Surroundings(drawings=(line,))).caught
    assert found is not None
    assert found.what == "drawing"


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("inverted", [False, True])
@given(st.floats(-2, 5), st.floats(0.5, 5))
def test_round_prices_are_some_sixty_pixels_apart_wherever_the_scale_stands(
    ratio: float, inverted: bool, power: float, share: float
) -> None:
    """A multiple of 1, 2 or 5 times a power of ten is caught by whatever is within four pixels of it."""
    low = 10.0**power
    space = pane(ratio=ratio, low=low, high=low * (1 + share), inverted=inverted)
    x, found = space.plane.x(len(TABLE) + 3), set[float]()
    for y in np.arange(0, 700 * ratio, 3.0):
        caught = snap((x, float(y)), space, "weak").caught
        if caught is not None:
            assert caught.what == "round"
            assert abs(space.plane.y(caught.price) - y) <= 4 * ratio
            found.add(caught.price)
    levels = np.array(sorted(found))
    step = float(np.diff(levels).min())
    np.testing.assert_allclose(np.diff(levels), step, rtol=1e-6)  # none is passed over
    assert f"{step:.6e}"[:8] in ("1.000000", "2.000000", "5.000000")
    np.testing.assert_allclose(levels, np.rint(levels / step) * step, rtol=1e-9)
    assert 60 * 0.998 <= abs(space.plane.y(levels[0] + step) - space.plane.y(levels[0])) / ratio <= 150


@pytest.mark.parametrize("field", ["high", "low"])
@pytest.mark.parametrize("slot", range(len(bars("1wk"))))
def test_a_weekly_high_is_anchored_on_the_day_it_was_made(slot: int, field: str) -> None:
    week, days = bars("1wk"), TABLE
    weekly = pane("1wk")
    price = float(getattr(week, field)[slot])
    point = weekly.plane.x(slot), weekly.plane.y(price)
    coarse = snap(point, weekly, "strong")
    assert coarse.anchor.time.timestamp() == week.time[slot]
    exact = snap(point, weekly, "strong", Surroundings(finer=days))
    assert exact.anchor.field == field
    day = int(days.time.searchsorted(int(exact.anchor.time.timestamp())))
    assert getattr(days, field)[day] == price
    assert week.time[slot] <= exact.anchor.time.timestamp() < week.time[slot] + 7 * 86_400
    assert weekly.slot(exact.anchor) == slot
    assert pane("1d").slot(exact.anchor) == day


def test_a_high_that_no_day_of_its_week_had_stays_with_the_week() -> None:
    """Whatever days of other weeks had: where a source's days do not go with its weeks, or some are missing."""
    week, slot = bars("1wk"), 6
    high = float(week.high[slot])
    outside = (TABLE.time < week.time[slot]) | (TABLE.time >= week.time[slot + 1])
    days = Bars.of(TABLE.time, *[np.where(outside, high, high - 1)] * 4, None, TABLE.interval)
    weekly = pane("1wk")
    for around in (Surroundings(finer=days), Surroundings(high_low=high_low_times(week, days))):
        found = snap((weekly.plane.x(slot), weekly.plane.y(high)), weekly, "strong", around)
        assert found.anchor.field == "high"
        assert found.anchor.time.timestamp() == week.time[slot]


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
    assert close.caught is not None
    assert close.caught.field == "close"
    assert close.anchor.time.timestamp() == table.time[5]


def test_it_says_what_was_caught() -> None:
    high = float(TABLE.high[20])
    text = describe(snap(place(20, high), PANE, "weak"), PANE)
    assert text == f"High {high:,.2f} · 6 Feb 2025"
    free = describe(snap(place(20, 6390.0), PANE, "off"), PANE)
    assert free == "6,390.00 · 6 Feb 2025"
    around = Surroundings({"SMA 50": np.full(len(TABLE), 6300.0)})
    assert describe(snap(place(20, 6300.0), PANE, "weak", around), PANE) == "SMA 50 6,300.00 · 6 Feb 2025"
    assert describe(snap(place(20, 6000.0), PANE, "weak"), PANE) == "Round price 6,000.00 · 6 Feb 2025"


def test_freehand_points_are_where_the_hand_is() -> None:
    at = unsnapped((333.3, 222.2), PANE)
    assert PANE.plane.x(PANE.axis.slot(at.time.timestamp())) == pytest.approx(333.3, abs=1e-3)
    assert PANE.plane.y(at.price) == pytest.approx(222.2)
