"""Rows that hold something, against looking through the whole column."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from charting.core.known_rows import KnownRows
from charting.core.lod import TAIL


def holds(values: NDArray[np.float64]) -> NDArray[np.bool_]:
    return np.isfinite(values)


@st.composite
def columns(draw: st.DrawFn) -> NDArray[np.float64]:
    """Some ten thousand rows, few or many of which hold a number."""
    count, share = draw(st.integers(0, 3 * TAIL)), draw(st.sampled_from((0.0, 0.001, 0.1, 0.9)))
    chance = np.random.default_rng(draw(st.integers(0, 99)))
    return np.where(chance.random(count) < share, 1.0, np.nan)


@given(columns(), st.integers(0, 3 * TAIL), st.data())
def test_rows_are_those_of_the_whole_column(column: NDArray[np.float64], known: int, data: st.DataObject) -> None:
    """Also where the column went on, and its last rows changed."""
    before = column[:known].copy()
    before[-TAIL // 2 :] = np.nan
    found = KnownRows.of(before, holds).extended(column, holds)
    rows = np.flatnonzero(np.isfinite(column))
    assert found.between(0, len(found)).tolist() == rows.tolist()
    asked = np.array(data.draw(st.lists(st.integers(-5, len(column) + 5), min_size=1, max_size=9).map(sorted)))
    assert found.before(asked).tolist() == [int((rows < row).sum()) for row in asked]
    first, last, stretch = int(asked[0]), int(asked[-1]) + 1, data.draw(st.sampled_from((1, 7, 64, 1024)))
    last_ones = {int(row) // stretch: int(row) for row in rows}
    expected = [row for part, row in last_ones.items() if first // stretch <= part <= (last - 1) // stretch]
    assert found.last_of_each(first, last, stretch).tolist() == expected


def test_a_bar_more_looks_at_the_newest_rows_only() -> None:
    seen: list[int] = []

    def counted(values: NDArray[np.float64]) -> NDArray[np.bool_]:
        seen.append(len(values))
        return np.isfinite(values)

    column = np.arange(100_000.0)
    found = KnownRows.of(column, counted)
    seen.clear()
    for count in range(100_001, 100_010):
        found = found.extended(np.arange(float(count)), counted)
    assert max(seen) <= 2 * TAIL
    assert len(found) == 100_009
