"""Measures, positions, averages and profiles against sums done another way."""

from __future__ import annotations

import math
import tracemalloc
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.anchored_average import anchored_average
from charting.core.bars import Bars
from charting.core.document import Anchor, Drawing
from charting.core.figures import Label
from charting.core.instrument import Instrument
from charting.core.interval import DAY, MINUTE
from charting.core.volume_profile import profile
from charting.drawings.catalogue import TOOLS, lines_at, price_at
from charting.drawings.editing import placed
from charting.drawings.measuring import duration_text
from charting.drawings.sheet import figures_of
from charting.drawings.tools.elliott import letters
from charting.drawings.tools.head_and_shoulders import target
from charting.drawings.tools.position import outcome, plan
from tests.drawings.scenes import anchor, bars, pane, with_gaps

PANE = pane()


def draw(kind: str, *clicks: tuple[int, float], **fields: object) -> Drawing:
    return replace(placed(TOOLS[kind], tuple(anchor(*click) for click in clicks), PANE), **fields)


def texts(drawing: Drawing) -> list[str]:
    return [figure.text for figure in figures_of(drawing, PANE) if isinstance(figure, Label)]


def test_an_info_line_says_what_it_measures() -> None:
    (text,) = texts(draw("info_line", (10, 5000), (30, 6000)))
    assert text.splitlines()[:2] == ["+1,000.00 (+20.00%)", "20 bars, 31 days"]
    angle = math.degrees(math.atan2(1000 / 4000 * 700, 20 * PANE.plane.dx))
    assert text.splitlines()[2] == f"{angle:.1f}°"
    (down,) = texts(draw("info_line", (30, 6000), (10, 5000)))
    assert down.startswith("−1,000.00 (−16.67%)\n−20 bars, ")


def test_ranges_say_price_bars_and_volume() -> None:
    volume = bars("1d").volume[10:31].sum()
    assert texts(draw("price_range", (10, 5000), (30, 6000))) == ["+1,000.00 (+20.00%)"]
    (both,) = texts(draw("date_price_range", (10, 5000), (30, 6000)))
    assert both == f"+1,000.00 (+20.00%)\n20 bars, 31 days\nVol {volume / 1e6:.2f}M"
    (date,) = texts(draw("date_range", (10, 5000), (30, 6000), parameters={"volume": False}))
    assert date == "20 bars, 31 days"


def test_a_long_position_is_sized_by_its_risk_in_whole_lots() -> None:
    position = draw("long_position", (10, 100.0))
    position = replace(
        position,
        anchors=(anchor(10, 100.0), anchor(30, 112.0), anchor(30, 96.0)),
        parameters={"account": 200_000.0, "risk": 1.0, "lot": 200},
    )
    found = plan(position)
    # 2,000 at risk over 4 a share are 500 shares, of which 400 are whole lots.
    assert (found.quantity, found.risk, found.reward, found.ratio) == (400, 1600, 4800, 3)
    short = replace(position, kind="short_position", anchors=(anchor(10, 100.0), anchor(30, 90.0), anchor(30, 105.0)))
    assert (plan(short).quantity, plan(short).risk, plan(short).reward, plan(short).ratio) == (400, 2000, 4000, 2)
    bold = replace(position, parameters={**position.parameters, "risk": 2.0})
    assert plan(bold).quantity == 1000
    idle = replace(position, anchors=(anchor(10, 100.0),) * 3)
    assert plan(idle).quantity == 0
    assert math.isnan(plan(idle).ratio)


def test_a_fresh_position_takes_the_board_lot_of_its_instrument() -> None:
    for kind, lot, wanted in (("equity", 500, 500), ("equity", 0, 100), ("index", 0, 1)):
        share = Instrument("1234.HK", "Share", kind=kind, lot=lot)
        position = placed(TOOLS["long_position"], (anchor(10, 5500),), replace(PANE, instrument=share))
        assert plan(replace(position, parameters={**position.parameters, "account": 1e9})).quantity % wanted == 0
        assert position.parameters["lot"] == wanted


def traded(*rows: tuple[float, float, float]) -> Bars:
    """Daily bars by high, low and close."""
    high, low, close = (np.array(column, float) for column in zip(*rows, strict=True))
    return Bars.of(bars("1d").time[: len(rows)], close, high, low, close, None, DAY)


@pytest.mark.parametrize(
    ("rows", "ended"),
    [
        (((101, 99, 100), (103, 99, 102), (112, 100, 111)), (2, 110.0, "target")),
        (((101, 80, 100), (103, 94, 96), (112, 100, 111)), (1, 95.0, "stop")),
        (((101, 99, 100), (110, 99, 102), (112, 100, 111)), (1, 110.0, "target")),
        (((101, 99, 100), (103, 95, 96), (112, 100, 111)), (1, 95.0, "stop")),
        (((101, 99, 100), (115, 90, 100)), (1, 95.0, "stop")),
        (((101, 99, 100), (103, 99, 102), (104, 98, 99)), (2, 99.0, "open")),
        (((101, 99, 100), (103, 99, 102), (math.nan,) * 3), (1, 102.0, "open")),
    ],
    ids=["target", "stop", "target touched", "stop touched", "both in a bar", "open", "open, last bar unknown"],
)
def test_what_became_of_a_position(rows: tuple[tuple[float, float, float], ...], ended: tuple[int, float, str]) -> None:
    projection = replace(PANE, table=traded(*rows))
    long = draw("long_position", (0, 100.0))
    long = replace(long, anchors=(anchor(0, 100.0), anchor(20, 110.0), anchor(20, 95.0)))
    found = outcome(long, projection)
    assert found is not None
    assert (found.slot, found.price, found.end) == ended
    mirrored = traded(*[(200 - low, 200 - high, 200 - close) for high, low, close in rows])
    short = replace(long, kind="short_position", anchors=(anchor(0, 100.0), anchor(20, 90.0), anchor(20, 105.0)))
    other = outcome(short, replace(PANE, table=mirrored))
    assert other is not None
    assert (other.slot, other.end) == (found.slot, found.end)
    assert other.price == pytest.approx(200 - found.price)


def test_a_position_in_the_future_has_no_outcome_and_the_right_end_ends_it() -> None:
    future = draw("long_position", (400, 5500.0))
    assert outcome(future, PANE) is None
    projection = replace(PANE, table=traded((101, 99, 100), (103, 99, 102), (112, 100, 111)))
    long = draw("long_position", (0, 100.0))
    short_lived = replace(long, anchors=(anchor(0, 100.0), anchor(1, 110.0), anchor(1, 95.0)))
    found = outcome(short_lived, projection)
    assert found is not None
    assert (found.slot, found.end) == (1, "open")


@pytest.mark.parametrize("inverted", [False, True])
@pytest.mark.parametrize("kind", ["linear", "log"])
def test_a_fresh_position_has_its_target_and_stop_on_the_right_sides(kind: str, inverted: bool) -> None:
    projection = pane(kind=kind, inverted=inverted)
    for tool, sign in (("long_position", 1), ("short_position", -1)):
        position = placed(TOOLS[tool], (anchor(10, 5500),), projection)
        entry, aim, stop = (each.price for each in position.anchors)
        assert sign * (aim - entry) > 0 > sign * (stop - entry)
        assert projection.slot(position.anchors[1]) > 14
        assert plan(position).ratio == pytest.approx(2, rel=0.2)


def test_an_anchored_average_is_what_its_name_says() -> None:
    table = with_gaps(bars("1d"))
    found = anchored_average(table, 8, "hlc3")
    assert found is not None
    means, deviations = found.at(np.arange(8, len(table)))
    price, volume = table.source("hlc3"), table.volume
    for row in (10, 30, len(table) - 1):
        rows = [i for i in range(8, row + 1) if math.isfinite(price[i]) and math.isfinite(volume[i])]
        total = sum(volume[i] for i in rows)
        mean = sum(price[i] * volume[i] for i in rows) / total
        spread = math.sqrt(sum(volume[i] * (price[i] - mean) ** 2 for i in rows) / total)
        assert means[row - 8] == pytest.approx(mean)
        assert deviations[row - 8] == pytest.approx(spread, abs=1e-6)
    vwap = draw("anchored_vwap", (8, 5000), parameters={"bands": [2.0]})
    projection = replace(PANE, table=table)
    assert price_at(vwap, np.array([30.0]), projection)[0] == pytest.approx(means[22])
    assert lines_at(vwap, np.array([30.0]), projection)["+2"][0] == pytest.approx(means[22] + 2 * deviations[22])
    assert np.isnan(price_at(vwap, np.array([7.0, 500.0]), projection)).all()


def test_the_price_of_an_average_of_very_many_bars_looks_at_few_of_them() -> None:
    count = 500_000
    close = 100 + np.sin(np.arange(count) / 1e4)
    table = Bars.of(np.arange(count) * 60, close, close, close, close, np.ones(count), MINUTE)
    projection = replace(PANE, table=table)
    vwap, slots = draw("anchored_vwap", (8, 5000)), np.array([count / 2, count / 2 + 0.25, count - 1.0, count + 1.0])
    first = price_at(vwap, slots, projection)
    tracemalloc.start()
    again = price_at(vwap, slots, projection)
    taken = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert taken < 100_000
    assert again == pytest.approx(first, nan_ok=True)
    wanted = [close[8 : int(count / 2) + 1].mean(), close[8 : int(count / 2) + 2].mean(), close[8:].mean(), np.nan]
    wanted[1] = wanted[0] + 0.25 * (wanted[1] - wanted[0])
    assert again == pytest.approx(wanted, nan_ok=True)


def test_without_volume_there_is_no_average_and_no_profile() -> None:
    table = bars("1d")
    silent = Bars.of(table.time, table.open, table.high, table.low, table.close, None, DAY)
    assert anchored_average(silent, 0, "hlc3") is None
    assert profile(silent, 0, 50, 24, 0.7) is None
    projection = replace(PANE, table=silent)
    for kind in ("anchored_vwap", "volume_profile"):
        clicks = ((10, 5000), (40, 5500))[: TOOLS[kind].anchors]
        assert figures_of(draw(kind, *clicks), projection)


@given(st.integers(4, 60), st.integers(0, 40), st.integers(1, 40), st.floats(0.01, 1))
def test_a_profile_holds_all_volume_and_its_area_the_share_that_was_asked(
    rows: int, first: int, count: int, share: float
) -> None:
    table = bars("1d")
    found = profile(table, first, first + count, rows, share)
    assert found is not None
    total = found.rising + found.falling
    assert total.sum() == pytest.approx(table.volume[first : first + count + 1].sum())
    low, high = found.area
    assert low <= found.control <= high
    assert total[low : high + 1].sum() >= share * total.sum() - 1e-6
    assert total[found.control] == total.max()


def test_a_profile_spreads_a_bar_over_its_prices() -> None:
    # One rising bar from 10 to 14 with 400, and one falling one without height at 13 with 50, in four rows.
    columns = [np.array(column, float) for column in ((10, 13), (14, 13), (10, 13), (14, 12.9), (400, 50))]
    found = profile(Bars.of(np.arange(2) * 86_400, *columns, DAY), 0, 1, 4, 0.7)
    assert found is not None
    assert found.rising.tolist() == [100, 100, 100, 100]
    assert found.falling.tolist() == [0, 0, 0, 50]
    assert found.control == 3
    assert found.middle(3) == 13.5


def test_the_target_of_head_and_shoulders() -> None:
    clicks = ((10, 5000.0), (14, 5600), (18, 5200), (24, 6200), (30, 5200), (34, 5600), (38, 5100))
    shape = draw("head_and_shoulders", *clicks)
    # The head stands 1,000 above a level neckline at 5,200.
    assert target(shape, PANE) == pytest.approx(4200)
    assert price_at(shape, np.array([24.0]), PANE)[0] == pytest.approx(5200)
    assert "Target 4,200.00" in texts(replace(shape, parameters={"target": True}))


def test_harmonic_ratios() -> None:
    shape = draw("xabcd", (10, 5000), (20, 6000), (30, 5382), (40, 5764), (50, 5214))
    assert {"0.618", "1.440", "0.786"} <= set(texts(shape))


def test_waves_are_lettered_by_degree() -> None:
    assert letters("elliott_impulse", "minor") == ("1", "2", "3", "4", "5")
    assert letters("elliott_impulse", "cycle") == ("I", "II", "III", "IV", "V")
    assert letters("elliott_impulse", "minute") == ("((i))", "((ii))", "((iii))", "((iv))", "((v))")
    assert letters("elliott_correction", "intermediate") == ("(A)", "(B)", "(C)")
    assert letters("elliott_correction", "subminuette") == ("a", "b", "c")


def test_one_bar_and_one_day_are_said_as_one() -> None:
    daily = texts(draw("info_line", (10, 5000), (11, 6000)))[0].splitlines()[1]
    assert daily == "1 bar, 1 day"
    minutes = pane("1m")
    times = [Anchor(datetime.fromtimestamp(int(minutes.table.time[row]), UTC), 5000.0) for row in (0, 90, 700)]
    assert duration_text(times[0], times[1], minutes) == "1 h 30 min"
    spent = times[2].time - times[0].time
    assert spent.days >= 1
    hours, seconds = divmod(spent.seconds, 3600)
    assert seconds
    assert duration_text(times[0], times[2], minutes) == f"{spent.days} d {hours} h {seconds // 60} min"
    whole = replace(times[0], time=times[0].time + timedelta(days=1, hours=2))
    assert duration_text(times[0], whole, minutes) == "1 d 2 h"
