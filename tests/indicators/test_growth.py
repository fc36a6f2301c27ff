"""Whether one table of bars is told to go on where another one ended."""

from __future__ import annotations

import numpy as np
import pytest

from charting.core.bars import COLUMNS, Bars
from charting.core.interval import WEEK
from charting.indicators import growth
from charting.indicators.growth import continuation
from tests.indicators.making import holed, walk

BARS = holed(walk(50))


def changed(bars: Bars, row: int, **columns: float) -> Bars:
    values = {name: np.array(getattr(bars, name)) for name in ("open", "high", "low", "close", "volume")}
    for name, value in columns.items():
        values[name][row] = value
    return Bars.of(bars.time, **values, interval=bars.interval)


def test_more_bars_and_another_last_one_go_on() -> None:
    before = BARS.slice(0, 30)
    assert continuation(before, BARS) == 29
    assert continuation(before, changed(BARS, 29, close=1.0)) == 29
    assert continuation(before, changed(before, 29, volume=1.0)) == 29


def test_a_first_bar_goes_on_too() -> None:
    assert continuation(BARS.slice(0, 1), BARS.slice(0, 1)) == 0
    assert continuation(BARS.slice(0, 1), changed(BARS, 0, close=1.0)) == 0


def test_a_change_further_back_is_another_series() -> None:
    before = BARS.slice(0, 30)
    assert continuation(before, changed(BARS, 28, volume=-1.0)) is None
    assert continuation(before, BARS.slice(0, 29)) is None
    assert continuation(before, BARS.slice(1, 50)) is None
    assert continuation(BARS.slice(0, 0), BARS) is None


def test_another_interval_is_another_series() -> None:
    weekly = Bars.of(BARS.time, BARS.open, BARS.high, BARS.low, BARS.close, BARS.volume, WEEK)
    assert continuation(BARS, weekly) is None


def test_what_is_too_long_to_compare_must_share_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "COMPARED", 10)
    assert continuation(BARS.slice(0, 30), BARS) == 29
    assert continuation(BARS.slice(0, 30), changed(BARS, 40, close=1.0)) is None


def test_two_tables_are_compared_once_however_many_indicators_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    equal = np.array_equal

    def counted(one: np.ndarray, other: np.ndarray, **options: bool) -> bool:
        compared.append(len(one))
        return equal(one, other, **options)

    monkeypatch.setattr(np, "array_equal", counted)
    before, after = changed(BARS.slice(0, 30), 0, close=1.0), changed(BARS, 0, close=1.0)
    assert [continuation(before, after) for _ in range(60)] == [29] * 60
    assert compared == [29] * len(COLUMNS)
    assert continuation(before, changed(BARS, 0, close=2.0)) is None
    assert continuation(before, after) == 29
