from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from charting.core.bars import COLUMNS, Bars, in_one_memory, same_rows
from charting.core.interval import DAY


def bars(count: int = 4) -> Bars:
    close = np.arange(count) + 10.0
    return Bars.of(np.arange(count) * 86_400, close - 1, close + 2, close - 3, close, close * 100, DAY)


def test_columns_are_taken_over_without_a_copy_and_cannot_be_written_to():
    time, values = np.arange(3, dtype=np.int64), np.ones(3)
    table = Bars.of(time, values, values, values, values, values, DAY)
    assert np.shares_memory(table.close, values)
    for column in (table.time, table.open, table.high, table.low, table.close, table.volume):
        with pytest.raises(ValueError, match="read-only"):
            column[0] = 5
    values[0] = 2.0  # the caller's own array stays as it was


def test_other_types_are_converted():
    table = Bars.of([0, 60], [1, 2], [3, 4], [0, 1], [2, 3], None, DAY)
    assert table.time.dtype == np.int64
    assert table.open.dtype == np.float64
    assert np.isnan(table.volume).all()


def test_a_slice_shares_memory():
    table = bars()
    part = table.slice(1, 3)
    assert len(part) == 2
    assert part.interval == DAY
    for name in ("time", "open", "high", "low", "close", "volume"):
        assert np.shares_memory(getattr(part, name), getattr(table, name))
        assert np.array_equal(getattr(part, name), getattr(table, name)[1:3])


def test_tables_are_compared_by_identity():
    table = bars()
    assert table == table
    assert table != bars()


def test_an_empty_table():
    assert len(Bars.empty(DAY)) == 0
    assert Bars.empty(DAY).interval == DAY


@pytest.mark.parametrize("time", [[0, 0], [60, 0], [0, 120, 60]])
def test_times_must_rise(time):
    values = np.zeros(len(time))
    with pytest.raises(ValueError, match="strictly increase"):
        Bars.of(time, values, values, values, values, None, DAY)


def test_columns_must_be_of_one_length():
    with pytest.raises(ValueError, match="same length"):
        Bars.of([0, 60], [1, 2], [1, 2], [1, 2], [1], None, DAY)


def test_series_by_name():
    table = bars(1)  # open 9, high 12, low 7, close 10, volume 1000
    expected = {"open": 9, "high": 12, "low": 7, "close": 10, "volume": 1000, "hl2": 9.5, "hlc3": 29 / 3, "ohlc4": 9.5}
    assert {name: table.source(name)[0] for name in expected} == pytest.approx(expected)
    with pytest.raises(ValueError, match="“vwap”"):
        table.source("vwap")


def test_a_slice_never_counts_from_the_end():
    bars = Bars.of(np.arange(3), [1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3], None, DAY)
    assert [len(bars.slice(*rows)) for rows in ((-2, 2), (0, -1), (-5, -1), (1, 9), (2, 1))] == [2, 0, 0, 2, 0]


def test_tables_are_of_one_series_where_all_of_their_columns_begin_in_one_place():
    whole = bars(4)
    assert in_one_memory(whole, whole)
    assert in_one_memory(whole.slice(0, 2), whole)
    assert in_one_memory(whole, whole.slice(0, 2))
    assert not in_one_memory(bars(4), whole), "equal values elsewhere"
    assert not in_one_memory(whole, whole.slice(1, 3)), "other rows of it"
    assert not in_one_memory(replace(whole, volume=whole.volume.copy()), whole), "one column of its own"


@pytest.mark.parametrize("column", COLUMNS)
def test_rows_are_the_same_as_long_as_no_value_of_them_differs(column: str):
    table = replace(bars(), volume=np.full(4, np.nan))
    values = getattr(table, column).copy()
    values[2] = 7
    other = replace(table, **{column: values})
    assert same_rows(table, replace(table, close=table.close.copy()), 4)
    assert same_rows(table, other, 2)
    assert not same_rows(table, other, 3)
