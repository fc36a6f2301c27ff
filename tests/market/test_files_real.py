"""Every real file opens, and the bars are the numbers that stand in it."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from charting.core.calendar import calendar_for
from charting.core.grid import Integers
from charting.core.interval import DAY, MINUTE
from charting.market.alignment import Mask
from charting.market.files import read_bars
from charting.market.provider import Refused
from tests.places import DATA

DAILY = sorted(
    path.relative_to(DATA).as_posix() for folder in ("daily", "index", "formats") for path in DATA.glob(f"{folder}/*.csv")
)

SYMBOLS = {
    "index/HSTECH.csv": "HSTECH.HK",
    "index/HSI.csv": "^HSI",
    "index/HSCE.csv": "^HSCE",
    "formats/yfinance_raw_multiheader_3750.HK.csv": "3750.HK",
    "formats/yfinance_raw_multiheader_9988.HK.csv": "9988.HK",
    "formats/yf_history_tz_divsplit_0700.HK.csv": "0700.HK",
    "formats/yf_history_tz_divsplit_9988.HK.csv": "9988.HK",
    "formats/yfinance_tests_1398-HK-1d-bad-div.csv": "1398.HK",
    "formats/yfinance_tests_1398-HK-1d-bad-div-fixed.csv": "1398.HK",
}


def read_by_hand(path: Path) -> dict[str, dict[str, str]]:
    """The file's cells by date and column, read as plainly as possible, as something to compare with."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    if rows[1][0] == "Ticker":
        rows = [rows[0], *rows[3:]]
    names = [name.split(".")[-1].lower() for name in rows[0][1:]]
    return {row[0][:10]: dict(zip(names, row[1:], strict=True)) for row in rows[1:]}


def number(text: str) -> float:
    return float(text) if text not in ("", "NA") else float("nan")


def is_half_day(times: Integers) -> Mask:
    calendar = calendar_for("XHKG")
    row = calendar.rows_of(times)
    found: Mask = calendar.close[row] - calendar.open[row] < 4 * 3600
    return found


@pytest.mark.parametrize("name", DAILY)
def test_daily_file_gives_its_own_numbers(name: str) -> None:
    expected = read_by_hand(DATA / name)
    history = read_bars(DATA / name)
    bars = history.bars
    assert history.instrument.symbol == SYMBOLS.get(name, Path(name).name.removesuffix(".csv"))
    assert bars.interval == DAY
    assert history.rows == len(expected)
    dates = ((bars.time + 8 * 3600) // 86_400).astype("datetime64[D]").astype(str).tolist()
    assert set(dates) <= set(expected)
    for role in ("open", "close"):
        wanted = [number(expected[date][role]) for date in dates]
        np.testing.assert_array_equal(getattr(bars, role), wanted)
    volume = np.array([number(expected[date]["volume"]) for date in dates])
    none = (volume == 0) & ((history.instrument.kind == "index") | is_half_day(bars.time))
    np.testing.assert_array_equal(bars.volume, np.where(none, np.nan, volume))
    high = np.array([number(expected[date]["high"]) for date in dates])
    low = np.array([number(expected[date]["low"]) for date in dates])
    inside = (np.maximum(bars.open, bars.close) <= high) & (np.minimum(bars.open, bars.close) >= low)
    np.testing.assert_array_equal(bars.high[inside], high[inside])
    np.testing.assert_array_equal(bars.low[inside], low[inside])
    np.testing.assert_array_equal(bars.high, np.maximum(high, np.maximum(bars.open, bars.close)))
    np.testing.assert_array_equal(bars.low, np.minimum(low, np.minimum(bars.open, bars.close)))


@pytest.mark.parametrize("name", DAILY)
def test_what_a_daily_file_lacks_is_accounted_for(name: str) -> None:
    """No line disappears without a word: a missing date has a reason that is counted."""
    expected = read_by_hand(DATA / name)
    history = read_bars(DATA / name)
    calendar = calendar_for("XHKG")
    days = np.array(list(expected), dtype="datetime64[D]").astype(np.int64)
    closed = ~np.isin(days, calendar.day)
    reasons: Counter[str] = Counter()
    lost = 0
    for row, is_closed in zip(expected.values(), closed.tolist(), strict=True):
        blank = np.isnan([number(row[role]) for role in ("open", "high", "low", "close")]).any()
        traded = number(row["volume"]) > 0
        found = {
            "price missing": bool(blank),
            "high below low": number(row["high"]) < number(row["low"]),
            "nothing traded on a closed day": is_closed and not traded,
        }
        reasons.update(kind for kind, applies in found.items() if applies)
        lost += any(found.values())
    assert {refused.kind: refused.count for refused in history.refused} == dict(reasons)
    assert len(history.bars) == len(expected) - lost


@pytest.mark.parametrize("name", DAILY)
def test_daily_bars_begin_with_their_session(name: str) -> None:
    bars = read_bars(DATA / name).bars
    assert np.isin(bars.time, calendar_for("XHKG").open).all()
    assert (np.diff(bars.time) > 0).all()


def test_hang_seng_tech_has_its_bars_and_its_unknown_volumes() -> None:
    bars = read_bars(DATA / "index/HSTECH.csv").bars
    assert len(bars) == 1448
    assert np.isnan(bars.volume).sum() == 162
    assert not (bars.volume == 0).any()


def test_dividends_and_splits_are_read_as_actions() -> None:
    history = read_bars(DATA / "formats/yf_history_tz_divsplit_0700.HK.csv")
    expected = read_by_hand(DATA / "formats/yf_history_tz_divsplit_0700.HK.csv")
    paid = [float(row["dividends"]) for row in expected.values() if float(row["dividends"])]
    assert [action.value for action in history.actions if action.kind == "dividend"] == paid
    assert all(action.time in history.bars.time for action in history.actions)


def test_adjusted_closes_are_kept_beside_the_raw_ones() -> None:
    history = read_bars(DATA / "formats/yfinance_tests_1398-HK-1d-bad-div-fixed.csv")
    assert history.adjusted is not None
    assert history.adjusted[0] == 3.504674898559325
    assert history.bars.close[0] == 4.420000076293945


def test_dirty_minutes_are_sorted_out_and_counted() -> None:
    """The counts are those found by looking through the file beforehand; the rest of it is shown."""
    history = read_bars(DATA / "minute/HSI_1min_dirty.csv")
    bars = history.bars
    assert history.instrument.symbol == "^HSI"
    assert bars.interval == MINUTE
    assert history.rows == 45_104
    assert history.refused == (
        Refused("high below low", 898, 44_053),
        Refused("open or close outside high and low", 98, 44_054),
        Refused("outside trading hours", 1892, 2),
        Refused("repeated time", 1063, 44_043),
    )
    assert history.repaired == (Refused("out of order, sorted", 1062, 44_043),)
    assert (bars.high >= bars.low).all()
    assert (bars.high >= np.maximum(bars.open, bars.close)).all()
    assert (bars.low <= np.minimum(bars.open, bars.close)).all()
    assert np.isnan(bars.volume).all()
    assert (np.diff(bars.time) > 0).all()


def test_dirty_minutes_keep_the_closing_auction_but_not_the_lunch_break() -> None:
    bars = read_bars(DATA / "minute/HSI_1min_dirty.csv").bars
    clock = (bars.time + 8 * 3600) % 86_400 // 60
    assert clock.min() == 9 * 60 + 30
    assert clock.max() == 16 * 60 + 9
    noon = bars.time[(clock >= 12 * 60) & (clock < 13 * 60)]
    half_days = {str(day) for day in ((noon + 8 * 3600) // 86_400).astype("datetime64[D]")}
    assert half_days == {"2025-12-24", "2025-12-31", "2026-02-16"}
