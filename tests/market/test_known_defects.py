"""Every defect that the real files are known to have is detected, named and handled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.grid import Integers
from charting.core.interval import DAY, MINUTE
from charting.market import known_defects, validate
from charting.market.files import inspect, read_bars
from charting.market.known_defects import mended
from charting.market.provider import History
from charting.market.validate import Checked
from tests.places import DATA

HONG_KONG = ZoneInfo("Asia/Hong_Kong")
CALENDAR = calendar_for("XHKG")


def row_of(history: History, day: str) -> int | None:
    """Where the bar of a day stands; None where there is none."""
    opens = CALENDAR.open[CALENDAR.day == np.datetime64(day, "D").astype(np.int64)]
    found = np.flatnonzero(np.isin(history.bars.time, opens))
    return int(found[0]) if len(found) else None


def has_none_of(*days: str) -> Callable[[History], bool]:
    return lambda history: all(row_of(history, day) is None for day in days)


def has_unknown_volume(*days: str) -> Callable[[History], bool]:
    return lambda history: all((row := row_of(history, day)) is not None and np.isnan(history.bars.volume[row]) for day in days)


def is_in_order(history: History) -> bool:
    bars = history.bars
    inside = (bars.low <= np.minimum(bars.open, bars.close)) & (bars.high >= np.maximum(bars.open, bars.close))
    return bool(inside.all() and (np.diff(bars.time) > 0).all())


def has_volume_from(day: str) -> Callable[[History], bool]:
    def check(history: History) -> bool:
        row = row_of(history, day)
        return row is not None and bool(np.isnan(history.bars.volume[:row]).all()) and history.bars.volume[row] > 0

    return check


def is_in_sessions(history: History) -> bool:
    clock = (history.bars.time + 8 * 3600) % 86_400 // 60
    return bool(((clock >= 570) & (clock < 970)).all()) and is_in_order(history)


def is_as_repaired(history: History) -> bool:
    fixed = read_bars(DATA / "formats/yfinance_tests_1398-HK-1d-bad-div-fixed.csv")
    return (
        history.adjusted is not None and fixed.adjusted is not None and np.allclose(history.adjusted, fixed.adjusted, rtol=1e-6)
    )


def tells_of(dividends: int, splits: int) -> Callable[[History], bool]:
    def check(history: History) -> bool:
        kinds = [action.kind for action in history.actions]
        return kinds.count("dividend") == dividends and kinds.count("split") == splits

    return check


DEFECTS: dict[str, tuple[str, str, int, Callable[[History], bool]]] = {
    "volume 0 on half days": (
        "daily/9988.HK.csv", known_defects.NO_VOLUME_OF_HALF_DAY, 8, has_unknown_volume("2024-02-09", "2024-12-24", "2025-01-28"),
    ),
    "phantom rows on closed days": (
        "daily/0700.HK.csv", validate.CLOSED_DAY, 6, has_none_of("2013-08-14", "2017-08-23", "2016-08-02", "2016-10-21"),
    ),
    "holidays repeating the bar before": (
        "daily/0241.HK.csv", validate.CLOSED_DAY, 6, has_none_of("2011-12-24", "2011-12-31"),
    ),
    "adjusted opens and closes slightly outside high and low": ("daily/0241.HK.csv", validate.WIDENED, 11, is_in_order),
    "high below low": ("daily/3888.HK.csv", validate.HIGH_BELOW_LOW, 5, is_in_order),
    "an index without volume for years": (
        "index/HSCE.csv", known_defects.NO_VOLUME_OF_INDEX, 3614, lambda history: not (history.bars.volume == 0).any(),
    ),
    "an index without prices on some days": ("index/HSCE.csv", validate.NO_PRICE, 138, is_in_order),
    "an index with rows on closed days": ("index/HSCE.csv", validate.CLOSED_DAY, 92, has_none_of("1999-02-16", "1999-04-05")),
    "minutes out of session": ("minute/HSI_1min_dirty.csv", validate.OUT_OF_SESSION, 1892, is_in_sessions),
    "repeated minutes": ("minute/HSI_1min_dirty.csv", validate.REPEATED, 1063, is_in_order),
    "minutes upside down": ("minute/HSI_1min_dirty.csv", validate.HIGH_BELOW_LOW, 898, is_in_order),
    "minutes with mixed columns": ("minute/HSI_1min_dirty.csv", validate.OUTSIDE_RANGE, 98, is_in_order),
    "unsorted minutes": ("minute/HSI_1min_dirty.csv", validate.OUT_OF_ORDER, 1062, is_in_order),
    "a dividend that the adjusted closes leave out": (
        "formats/yfinance_tests_1398-HK-1d-bad-div.csv", known_defects.DIVIDEND_LEFT_OUT, 1, is_as_repaired,
    ),
    "a row without prices": ("formats/yfinance_tests_1398-HK-1d-bad-div.csv", validate.NO_PRICE, 1, tells_of(3, 0)),
}  # fmt: skip
"""By what it is: the file, the name it is given, how many there are, and what holds of the bars then."""


@pytest.mark.parametrize("name", DEFECTS)
def test_a_known_defect_is_detected_named_and_handled(name: str) -> None:
    file, kind, count, is_handled = DEFECTS[name]
    history = read_bars(DATA / file)
    assert {each.kind: each.count for each in (*history.refused, *history.repaired)}[kind] == count
    assert is_handled(history)


def test_what_is_right_already_is_not_put_right() -> None:
    history = read_bars(DATA / "formats/yfinance_tests_1398-HK-1d-bad-div-fixed.csv")
    assert known_defects.DIVIDEND_LEFT_OUT not in {each.kind for each in history.repaired}


def test_layouts_that_are_odd_are_read_without_a_word() -> None:
    """Three lines of names, times with a zone: no defects, but not every program reads them."""
    assert inspect(DATA / "formats/yfinance_raw_multiheader_9988.HK.csv").skip == 3
    for file in ("formats/yfinance_raw_multiheader_9988.HK.csv", "formats/yf_history_tz_divsplit_9988.HK.csv"):
        history = read_bars(DATA / file)
        assert history.refused == ()
        assert history.bars.interval == DAY
        assert is_in_order(history)


# The rules themselves


def checked(days: list[str], close: list[float], volume: list[float], adjusted: list[float] | None = None) -> Checked:
    time = np.array([int(datetime.fromisoformat(f"{day}T09:30").replace(tzinfo=HONG_KONG).timestamp()) for day in days])
    price = np.asarray(close, dtype=np.float64)
    bars = Bars.of(time, price, price, price, price, np.asarray(volume, dtype=np.float64), DAY)
    row: Integers = np.arange(len(days))
    return Checked(bars, row, (), (), None if adjusted is None else np.asarray(adjusted, dtype=np.float64))


def mend(found: Checked, dividends: list[float] | None = None, *, index: bool = False) -> Checked:
    lines: Integers = np.arange(len(found.bars)) + 2
    return mended(found, CALENDAR, lines, None if dividends is None else np.asarray(dividends), index=index)


def test_a_volume_of_nothing_on_a_whole_day_is_the_truth() -> None:
    found = mend(checked(["2024-12-23", "2024-12-24"], [10, 10], [0, 0]))
    assert found.bars.volume[0] == 0
    assert np.isnan(found.bars.volume[1])
    assert [(each.kind, each.count, each.first_line) for each in found.repaired] == [(known_defects.NO_VOLUME_OF_HALF_DAY, 1, 3)]


def test_no_volume_of_an_index_is_known_where_it_is_nothing() -> None:
    found = mend(checked(["2024-12-20", "2024-12-23"], [10, 10], [0, 5]), index=True)
    assert np.isnan(found.bars.volume[0])
    assert found.bars.volume[1] == 5


def test_dividends_left_out_are_worked_in_and_others_left_alone() -> None:
    days = ["2024-12-16", "2024-12-17", "2024-12-18", "2024-12-19", "2024-12-20"]
    # The first dividend (of 1 on 10) is in the adjusted closes; the second (of 2 on 10) is not.
    found = mend(checked(days, [10.0] * 5, [1.0] * 5, [9.0, 10.0, 10.0, 10.0, 10.0]), [0, 1.0, 0, 2.0, 0])
    assert found.adjusted is not None
    np.testing.assert_allclose(found.adjusted, [7.2, 8.0, 8.0, 10.0, 10.0])
    (note,) = found.repaired
    assert (note.kind, note.count, note.first_line) == (known_defects.DIVIDEND_LEFT_OUT, 1, 5)
    again = mend(Checked(found.bars, found.row, (), (), found.adjusted), [0, 1.0, 0, 2.0, 0])
    assert again.adjusted is found.adjusted


@pytest.mark.parametrize("dividend", [0.0, -1.0, np.nan, 0.01, 10.0, 20.0])
def test_dividends_that_are_none_or_too_small_to_be_missed_change_nothing(dividend: float) -> None:
    found = mend(checked(["2024-12-16", "2024-12-17"], [10.0, 10.0], [1.0, 1.0], [10.0, 10.0]), [0, dividend])
    assert found.repaired == ()


def test_minutes_and_other_markets_keep_their_volumes() -> None:
    time = np.array([int(datetime(2024, 12, 24, 9, 30, tzinfo=HONG_KONG).timestamp())])
    one = np.ones(1)
    bars = Bars.of(time, one, one, one, one, np.zeros(1), MINUTE)
    assert mend(Checked(bars, np.arange(1), (), ())).bars.volume[0] == 0
    daily = checked(["2024-12-24"], [10], [0])
    assert mended(daily, calendar_for(""), np.arange(1), None, index=False).bars.volume[0] == 0
