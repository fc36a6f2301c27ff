"""Averages since a bar against sums over all bars between, also of tables that grow."""

from __future__ import annotations

import gc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core import anchored_average as module
from charting.core.anchored_average import BLOCK, anchored_average
from charting.core.bars import Bars
from charting.core.interval import MINUTE

ROWS = 5 * BLOCK + 17


def table(seed: int, count: int = ROWS, holes: float = 0.1) -> Bars:
    chance = np.random.default_rng(seed)
    close = 24_000 + np.cumsum(chance.standard_normal(count))
    volume = chance.integers(0, 5, count).astype(np.float64)
    close[chance.random(count) < holes] = np.nan
    volume[chance.random(count) < holes] = np.nan
    return Bars.of(np.arange(count) * 60, close, close + 1, close - 1, close, volume, MINUTE)


def by_hand(bars: Bars, first: int, row: int) -> tuple[float, float]:
    price, volume = bars.close[first : row + 1], bars.volume[first : row + 1]
    known = np.isfinite(price) & np.isfinite(volume)
    price, volume = price[known], volume[known]
    if volume.sum() <= 0:
        return np.nan, np.nan
    mean = np.average(price, weights=volume)
    return float(mean), float(np.sqrt(np.average((price - mean) ** 2, weights=volume)))


def assert_by_hand(bars: Bars, first: int, rows: list[int]) -> None:
    found = anchored_average(bars, first, "close")
    expected = [by_hand(bars, first, row) for row in rows]
    if found is None:
        assert np.isnan([mean for mean, _ in expected]).all()
        return
    means, deviations = found.at(np.array(rows, dtype=np.int64))
    assert means == pytest.approx([mean for mean, _ in expected], nan_ok=True, abs=1e-9)
    assert [found.mean(row) for row in rows] == pytest.approx(means.tolist(), nan_ok=True)
    assert deviations == pytest.approx([deviation for _, deviation in expected], nan_ok=True, abs=1e-6)


@given(st.integers(0, 50), st.integers(0, ROWS - 1), st.lists(st.integers(0, ROWS - 1), min_size=1, max_size=20))
def test_an_average_is_the_sum_of_all_rows_from_its_first_one(seed: int, first: int, rows: list[int]) -> None:
    assert_by_hand(table(seed), first, [max(first, row) for row in rows])


@pytest.mark.parametrize("first", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, ROWS - 2])
def test_every_row_of_it(first: int) -> None:
    assert_by_hand(table(1), first, list(range(first, ROWS)))


def test_where_nothing_was_traded_there_is_none() -> None:
    bars = table(1, holes=1.0)
    assert anchored_average(bars, 3, "close") is None
    assert anchored_average(table(1), ROWS + 5, "close") is None
    assert anchored_average(Bars.empty(MINUTE), 0, "close") is None


def test_sums_go_on_when_the_last_bar_changes_and_others_come(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = table(4, holes=0.0)
    for column in (whole.close, whole.volume):
        column.flags.writeable = True
    begun: list[int] = []
    summed = module._summed
    monkeypatch.setattr(module, "_summed", lambda bars, source, begin: begun.append(begin) or summed(bars, source, begin))
    before = whole.slice(0, 3 * BLOCK)
    assert_by_hand(before, 5, [BLOCK, 3 * BLOCK - 1])
    whole.close[3 * BLOCK - 1] += 7.0
    changed = whole.slice(0, 3 * BLOCK)
    assert_by_hand(changed, 5, [BLOCK, 3 * BLOCK - 1])
    grown = whole.slice(0, ROWS)
    assert_by_hand(grown, 5, [BLOCK, 3 * BLOCK - 1, 3 * BLOCK, ROWS - 1])
    assert begun == [0, 2, 2]


def test_other_bars_in_the_same_memory_are_summed_anew() -> None:
    values = np.ones(4 * BLOCK)
    first = Bars.of(np.arange(4 * BLOCK), values, values, values, values, values, MINUTE)
    assert_by_hand(first, 0, [200])
    other = Bars.of(np.arange(4 * BLOCK) + 9, values, values, values, values, values * 2, MINUTE)
    assert_by_hand(other, 0, [200])


def test_sums_of_every_table_stay_for_as_long_as_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_known", {})
    tables = [table(seed) for seed in range(12)]
    for bars in tables:
        anchored_average(bars, 0, "close")
    known = dict(module._known)
    for bars in tables:
        anchored_average(bars, 0, "close")
    assert all(module._known[key] is sums for key, sums in known.items())
    assert len(known) == len(tables)
    del tables, bars
    gc.collect()
    other = table(99)
    anchored_average(other, 0, "close")
    assert len(module._known) == 1
