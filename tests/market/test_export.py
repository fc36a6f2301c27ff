from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from charting.core.bars import Bars
from charting.core.interval import DAY, Interval
from charting.market.demo import DemoProvider
from charting.market.export import csv_parts, distinct
from charting.market.feed import at_interval
from charting.market.files import read_bars
from charting.market.instruments import instrument_of
from charting.market.table import Cancelled

ALL = slice(None)


@pytest.mark.parametrize("code", ["1m", "5m", "1h", "1d", "1wk", "1mo"])
def test_what_is_written_is_read_back(tmp_path: Path, code: str) -> None:
    interval = Interval.parse(code)
    source = DemoProvider().history("HSTECH.HK", Interval(1, "m") if interval.is_intraday else DAY)
    bars = at_interval(source, interval).bars.slice(0, 700)
    indicator = np.where(np.arange(len(bars)) < 20, np.nan, bars.close / 3)
    path = tmp_path / f"HSTECH.HK {code}.csv"
    path.write_bytes(b"".join(csv_parts(bars, "Asia/Hong_Kong", {"SMA 20": indicator, "Volume": indicator}, ALL)))
    read = read_bars(path)
    assert read.instrument == instrument_of("HSTECH.HK")
    assert read.bars.interval == bars.interval
    assert not read.refused
    assert not read.repaired
    assert np.array_equal(read.bars.time, bars.time)
    for name in ("open", "high", "low", "close", "volume"):
        np.testing.assert_allclose(getattr(read.bars, name), getattr(bars, name), rtol=1e-15)


def test_another_market_keeps_its_times(tmp_path: Path) -> None:
    """Its hours look like Hong Kong's on the clock; summer time ends on the way."""
    days = 1_761_831_000 + 86_400 * np.array([0, 1, 4, 5, 6])  # 2025-10-30 09:30 in New York
    days[2:] += 3600
    time = np.concatenate([day + 300 * np.arange(78) for day in days])
    close = np.linspace(100, 120, len(time))
    bars = Bars.of(time, close, close, close, close, None, Interval(5, "m"))
    path = tmp_path / "AAPL 5m.csv"
    path.write_bytes(b"".join(csv_parts(bars, "America/New_York", {}, ALL)))
    assert path.read_text("utf-8-sig").splitlines()[1].startswith("2025-10-30 09:30-04:00,100,")
    assert path.read_text("utf-8-sig").splitlines()[-1].startswith("2025-11-05 15:55-05:00,120,")
    assert np.array_equal(read_bars(path).bars.time, time)


def test_some_rows_of_it() -> None:
    bars = DemoProvider().history("9988.HK", DAY).bars
    lines = b"".join(csv_parts(bars, "Asia/Hong_Kong", {"A, b": bars.close}, slice(10, 13))).decode("utf-8-sig").splitlines()
    assert lines[0] == 'Date,Open,High,Low,Close,Volume,"A, b"'
    assert len(lines) == 4
    assert lines[1].endswith(f",{float(bars.close[10])!r}")


def test_progress_is_told_and_stops() -> None:
    bars = DemoProvider().history("9988.HK", Interval(1, "m")).bars
    shares: list[float] = []

    def stop(share: float) -> bool:
        shares.append(share)
        return False

    with pytest.raises(Cancelled):
        list(csv_parts(bars, "Asia/Hong_Kong", {}, ALL, stop))
    assert len(shares) == 1


@pytest.mark.parametrize("count", [0, 94])
def test_many_columns_are_made_in_smaller_parts(count: int) -> None:
    """The interpreter is kept while columns become its numbers: with sixty indicators the window waited for each part."""
    bars = DemoProvider().history("^HSI", DAY).bars
    shares: list[float] = []
    table = b"".join(csv_parts(bars, "Asia/Hong_Kong", {str(n): bars.close for n in range(count)}, ALL, counted(shares)))
    assert table.count(b"\n") == 1 + len(bars)
    assert len(shares) == (1 if count == 0 else -(-len(bars) // 600))
    assert shares[-1] == 1.0


def counted(shares: list[float]) -> Callable[[float], bool]:
    return lambda share: shares.append(share) is None


def test_names_are_told_apart() -> None:
    assert distinct(("Volume", "SMA 20", "Volume", "Volume")) == ("Volume", "SMA 20", "Volume (2)", "Volume (3)")
